import { type LoaderFunctionArgs, redirect } from "react-router";
import { ScimMeError, scimMeQueryOptions } from "react-scim-me";
import { endpoint } from "../endpoint";
import { queryClient } from "../queryClient";
import { tokenProvider } from "../sessions/oidc-client-ts";
import { userManager } from "../userManager";

export async function loader({ request }: LoaderFunctionArgs) {
  const subject = (await userManager.getUser())?.profile.sub;
  try {
    return await queryClient.ensureQueryData(
      scimMeQueryOptions({ endpoint, tokenProvider, subject }),
    );
  } catch (error) {
    if (!(error instanceof ScimMeError)) throw error;
    // An outage is no sign-out: the page shows it, from the same cache.
    if (!["missing-token", "unauthorized"].includes(error.reason)) return null;
    const { pathname, search } = new URL(request.url);
    return redirect(`/sign-in?${new URLSearchParams({ returnTo: pathname + search })}`);
  }
}
