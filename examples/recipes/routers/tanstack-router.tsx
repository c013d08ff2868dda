import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, redirect } from "@tanstack/react-router";
import { ScimMeError, scimMeQueryOptions } from "react-scim-me";
import { endpoint } from "../endpoint";
import { tokenProvider } from "../sessions/oidc-client-ts";
import { userManager } from "../userManager";

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()();

/** The routes inside it are for signed-in people. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "signed-in",
  beforeLoad: async ({ context: { queryClient }, location: { href: returnTo } }) => {
    const subject = (await userManager.getUser())?.profile.sub;
    const query = scimMeQueryOptions({ endpoint, tokenProvider, subject });
    await queryClient.ensureQueryData(query).catch((error: unknown) => {
      if (!(error instanceof ScimMeError)) throw error;
      // An outage is no sign-out: the page shows it, from the same cache.
      if (!["missing-token", "unauthorized"].includes(error.reason)) return;
      throw redirect({ href: `/sign-in?${new URLSearchParams({ returnTo })}` });
    });
  },
});
