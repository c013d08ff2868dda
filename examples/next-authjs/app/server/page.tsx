import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { headers } from "next/headers";
import { scimMeQueryKey, scimMeQueryOptions } from "react-scim-me";
import { directEndpoint } from "../../directEndpoint.ts";
import { readTokens } from "../../session.ts";
import { Account } from "../Account.tsx";

/** The profile is in this page already: the browser finds it in its cache and asks nobody. */
export default async function ServerProfile() {
  const tokens = await readTokens(await headers());
  const queryClient = new QueryClient();
  // What goes wrong here is not dehydrated: the browser asks again, and shows what comes of it.
  await queryClient.prefetchQuery({
    ...scimMeQueryOptions({
      endpoint: `${process.env.AUTH_ASGARDEO_ME_ENDPOINT}`,
      tokenProvider: () => tokens?.access_token,
    }),
    queryKey: scimMeQueryKey({ endpoint: directEndpoint ?? "/api/me", subject: tokens?.sub }),
  });
  return (
    <>
      <h1>Server profile</h1>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <Account />
      </HydrationBoundary>
    </>
  );
}
