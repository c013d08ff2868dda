import { createIsomorphicFn, createServerFn } from "@tanstack/react-start";
import { getRequestHeader } from "@tanstack/react-start/server";
import { scimMeQueryKey, scimMeQueryOptions, sessionCookie } from "react-scim-me";
import { readSession, endpoint as real } from "../../common/server.ts";

export const endpoint = "/api/me";

const session = () => readSession(getRequestHeader("cookie"));

/** Who is signed in, as the server knows. */
export const readSubject = createServerFn().handler(() => session()?.subject);

/** The server asks for the person itself; the page asks its own server. */
const source = createIsomorphicFn()
  .server(() => ({ endpoint: real, tokenProvider: () => session()?.accessToken }))
  .client(() => ({ endpoint, tokenProvider: sessionCookie }));

export const meQuery = (subject: string) => ({
  ...scimMeQueryOptions(source()),
  queryKey: scimMeQueryKey({ endpoint, subject }),
});
