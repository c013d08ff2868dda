import type { ServerTokenProvider } from "../../src/server/index.js";
import { codeFlow, type Tokens } from "./codeFlow.ts";
import type { Identity } from "./startIdentity.ts";

/** An app's server that keeps its people's tokens, by a cookie that changes at each renewal. */
export function createSessions(identity: Identity, redirectUri: string) {
  const { token } = codeFlow(identity, redirectUri);
  const sessions = new Map<string, Tokens>();

  function open(tokens: Tokens): string {
    const cookie = `session=${sessions.size}`;
    sessions.set(cookie, tokens);
    return cookie;
  }

  const tokenProvider: ServerTokenProvider = async ({ reason, request, responseHeaders }) => {
    const session = sessions.get(request.headers.get("Cookie") ?? "");
    if (reason === "initial" || !session) return session?.access_token;
    const { refresh_token } = session;
    const answer = await token({ grant_type: "refresh_token", refresh_token });
    if (!answer.ok) return null;
    const renewed = (await answer.json()) as Tokens;
    responseHeaders.append("Set-Cookie", open(renewed));
    return renewed.access_token;
  };

  return {
    sessions,
    tokenProvider,
    /** Signs a person in, in a browser of their own; the answer is its cookie. */
    signIn: async (login: string) => open(await codeFlow(identity, redirectUri).signIn(login)),
  };
}
