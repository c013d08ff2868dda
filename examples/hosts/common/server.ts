import { dehydrate, QueryClient } from "@tanstack/react-query";
import { scimMeQueryKey, scimMeQueryOptions } from "react-scim-me";
import { createScimMeHandlers } from "react-scim-me/server";
import { type Session, signIn } from "./signIn.ts";

export const endpoint = `${process.env.SCIM_ME}`;

/** The session is the cookie, which scripts can't read. A real one is encrypted too. */
export function readSession(cookies: string | null | undefined): Session | undefined {
  const [, value] = /(?:^|; )session=([^;]+)/.exec(cookies ?? "") ?? [];
  return value ? JSON.parse(decodeURIComponent(value)) : undefined;
}

const setSession = (value: string) =>
  new Response(null, {
    status: 204,
    headers: { "Set-Cookie": `session=${value}; Path=/; HttpOnly; SameSite=Lax` },
  });

/** `POST` and `DELETE` of `/api/session`. */
export const startSession = async () =>
  setSession(encodeURIComponent(JSON.stringify(await signIn(process.env.ISSUER))));
export const endSession = () => setSession("; Max-Age=0");

/** `GET` and `PATCH` of `/api/me`. */
export const me = createScimMeHandlers({
  endpoint,
  tokenProvider: ({ request }) => readSession(request.headers.get("cookie"))?.accessToken,
});

/** What a page begins with: who is signed in, and their profile. */
export async function readMe(cookies: string | null | undefined) {
  const { accessToken, subject } = readSession(cookies) ?? {};
  const queryClient = new QueryClient();
  if (subject) {
    await queryClient.prefetchQuery({
      ...scimMeQueryOptions({ endpoint, tokenProvider: () => accessToken }),
      queryKey: scimMeQueryKey({ endpoint: "/api/me", subject }),
    });
  }
  return { subject, state: dehydrate(queryClient) };
}
