import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { getToken, type JWT } from "next-auth/jwt";
import { config } from "./auth.ts";
import { renew } from "./renew.ts";

/** How long before its end a token is renewed, in ms. */
const EARLY_MS = 10_000;

/** The tokens of whoever sent these headers. They are for this server alone. */
export function readTokens(headers: Headers): Promise<JWT | null> {
  const { AUTH_SECRET = "", AUTH_URL } = process.env;
  const secureCookie = AUTH_URL?.startsWith("https:") ?? false;
  return getToken({ req: { headers }, secret: AUTH_SECRET, secureCookie });
}

/**
 * As `readTokens`, renewed where they are about to end or were refused. For places that can set
 * cookies: a renewed session is in `answer`, and lost, with the grant, if that is not sent.
 */
export async function freshTokens(
  headers: Headers,
  answer: Headers,
  rejectedToken?: string,
): Promise<JWT | null> {
  const tokens = await readTokens(headers);
  if (!tokens) return null;
  const isOver = Date.now() > Number(tokens.expires_at) * 1000 - EARLY_MS;
  if (!isOver && tokens.access_token !== rejectedToken) return tokens;
  const renewed = await renew(tokens);
  for (const cookie of await seal(headers, renewed)) answer.append("Set-Cookie", cookie);
  return renewed;
}

/** Has Auth.js encrypt a session into cookies, as many as it takes, or remove them. */
async function seal(headers: Headers, tokens: JWT | null): Promise<string[]> {
  const { handlers } = NextAuth({
    ...config,
    callbacks: { ...config.callbacks, jwt: () => tokens },
  });
  const url = new URL("/api/auth/session", process.env.AUTH_URL);
  const sealed = await handlers.GET(new NextRequest(url, { headers }));
  return sealed.headers.getSetCookie();
}
