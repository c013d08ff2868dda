import type { ScimMeReason } from "../src/index.ts";
import { marked, Table } from "./Table.tsx";

const errors: Record<ScimMeReason, { when: string; cure: string }> = {
  "missing-token": {
    when: "The token provider gave no token, or text that is none. Nothing was sent.",
    cure: "Offer a sign-in. While your session loads, set `pending`.",
  },
  "token-provider-failed": {
    when: "The token provider threw; `cause` holds what.",
    cure: "Look at the cause. Return `null`, rather than throw, where nobody is signed in.",
  },
  unauthorized: {
    when: "401, also with the token that the provider gave when asked once more.",
    cure: "Sign in again. Renew the token when it is asked for with the reason `rejected`.",
  },
  forbidden: {
    when: "403: the token is good and may not read the profile.",
    cure: "Ask for `requiredScope` when signing in. A new sign-in without it changes nothing.",
  },
  unsupported: {
    when: "404, 405, 501 or another 4xx.",
    cure: "Check that `endpoint` is the URL of the Me resource and that the provider has one.",
  },
  "rate-limited": {
    when: "429.",
    cure: "Wait for `retryAfterMs`. Up to 10 s are waited for without you.",
  },
  unavailable: {
    when: "5xx, 408, 425, or a status that no other reason names.",
    cure: "Nothing; it was retried. A button to try again is shown.",
  },
  network: {
    when: "The request got no answer: offline, DNS or CORS, which a page cannot tell apart.",
    cure: "If it never works from the browser, let the provider allow your origin.",
  },
  timeout: {
    when: "No answer within `timeoutMs`, the token provider's time included.",
    cure: "Raise `timeoutMs`, or find out what is slow: the provider or the server.",
  },
  malformed: {
    when: "The answer is not JSON, not a person, or larger than 5 MiB.",
    cure: "Open the endpoint with a token: it may be a list, an error or a login page.",
  },
  invalid: {
    when: "400, 413 or 422 to an update; `scimType` says why.",
    cure: "Show it beside the field of `attribute`, the path that it is about.",
  },
  conflict: {
    when: "409, 412 or 428 to an update.",
    cure: "`useScimMe` has the server's version by now, the mutation's `variables` are yours: choose.",
  },
  configuration: {
    when: "An endpoint that is refused or redirects, or no provider.",
    cure: "The message says which. Use the final https URL of the Me resource.",
  },
};

/** Every reason of a `ScimMeError`, when it comes and what to do about it. */
export function ErrorTable() {
  return (
    <Table
      head={["Reason", "When", "What to do"]}
      rows={Object.entries(errors).map(([reason, { when, cure }]) => [
        reason,
        marked(when),
        marked(cure),
      ])}
    />
  );
}
