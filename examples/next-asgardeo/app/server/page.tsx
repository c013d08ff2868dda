import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { ProfileCard, scimMeQueryKey, scimMeQueryOptions } from "react-scim-me";
import { meEndpoint, readSession } from "../readSession.ts";
import { SignOut } from "../SignOut.tsx";

/** The profile is read here and arrives with the page; the browser asks for nothing more. */
export default async function ServerProfile() {
  const queryClient = new QueryClient();
  const session = await readSession();
  if (session) {
    const { accessToken, subject } = session;
    await queryClient.prefetchQuery({
      ...scimMeQueryOptions({ endpoint: meEndpoint, tokenProvider: () => accessToken }),
      queryKey: scimMeQueryKey({ endpoint: "/api/me", subject }),
    });
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <h1>Server profile</h1>
      <ProfileCard actions={<SignOut />} />
    </HydrationBoundary>
  );
}
