import { createHash, randomBytes } from "node:crypto";
import type { Identity } from "./startIdentity.ts";

export interface Tokens {
  access_token: string;
  refresh_token: string;
  id_token: string;
}

export interface CodeFlow {
  /** Follows the sign-in to the app's redirect URI, filling in the login page on the way. */
  authorize(login: string, more?: Record<string, string>): Promise<URL>;
  signIn(login: string, more?: Record<string, string>): Promise<Tokens>;
  token(parameters: Record<string, string>): Promise<Response>;
  /** A browser's request: cookies kept, redirects left to the caller. */
  visit(url: string, body?: URLSearchParams): Promise<Response>;
}

/** A browser without a window: authorization code with PKCE (RFC 7636) by hand, with one cookie jar. */
export function codeFlow(identity: Identity, redirectUri: string): CodeFlow {
  const { baseUrl, clientId, people } = identity;
  const jar = new Map<string, string>();
  const verifier = randomBytes(32).toString("base64url");

  const visit = async (url: string, body?: URLSearchParams) => {
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie },
      ...(body && { method: "POST", body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };

  const authorize = async (login: string, more: Record<string, string> = {}) => {
    const password = people.find((person) => person.login === login)?.password ?? "";
    const query = new URLSearchParams({
      ...{
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: "code",
      },
      scope: "openid profile internal_login",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      ...{ code_challenge_method: "S256", ...more },
    });
    let url = new URL(`${baseUrl}/oauth2/authorize?${query}`);
    while (!url.href.startsWith(redirectUri)) {
      const page = await visit(url.href);
      const form = new URLSearchParams({ login, password });
      const answer = page.status === 200 ? await visit(url.href, form) : page;
      const location = answer.headers.get("Location");
      if (location === null) throw new Error(`${url.pathname} answered ${answer.status}.`);
      url = new URL(location, url);
    }
    return url;
  };

  const token = (parameters: Record<string, string>) =>
    fetch(`${baseUrl}/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams({ client_id: clientId, ...parameters }),
    });

  const signIn = async (login: string, more?: Record<string, string>) => {
    const code = (await authorize(login, more)).searchParams.get("code") ?? "";
    const response = await token({
      ...{ grant_type: "authorization_code", code, redirect_uri: redirectUri },
      code_verifier: verifier,
    });
    return (await response.json()) as Tokens;
  };

  return { authorize, signIn, token, visit };
}
