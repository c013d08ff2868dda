import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { redirect } from "next/navigation";
import { ScimMeProvider, scimMeQueryKey, scimMeQueryOptions, sessionCookie } from "react-scim-me";
import { endpoint } from "../../endpoint";
import { Account } from "./Account";
import { readSession } from "./session";

export default async function Page() {
  const session = await readSession();
  if (!session) redirect("/sign-in?returnTo=/account");
  const { subject, accessToken } = session;
  const queryClient = new QueryClient();
  await queryClient.prefetchQuery({
    ...scimMeQueryOptions({ endpoint, tokenProvider: () => accessToken }),
    queryKey: scimMeQueryKey({ endpoint: "/api/me", subject }),
  });
  return (
    <ScimMeProvider endpoint="/api/me" tokenProvider={sessionCookie} subject={subject}>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <Account />
      </HydrationBoundary>
    </ScimMeProvider>
  );
}
