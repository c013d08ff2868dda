import { ScimMeError } from "../scim/ScimMeError.js";

/** Whether a query is settled and waits for a token that it does not have. */
export function isQuerySignedOut({
  state: { error, fetchStatus },
}: {
  state: { error: unknown; fetchStatus: string };
}): boolean {
  return (
    fetchStatus === "idle" &&
    error instanceof ScimMeError &&
    (error.reason === "missing-token" || error.reason === "unauthorized")
  );
}
