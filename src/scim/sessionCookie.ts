/**
 * Pass it in a token provider's place when your own server holds the access token: no
 * `Authorization` header is sent, cookies go to the same origin only, and a redirect to a login
 * page counts as `unauthorized`.
 *
 * @summary In a token provider's place: your own server holds the token.
 * @example
 * <ScimMeProvider endpoint="/api/me" tokenProvider={sessionCookie}>
 */
export const sessionCookie = "session-cookie" as const;

/** @summary The type of {@link sessionCookie}. */
export type SessionCookie = typeof sessionCookie;
