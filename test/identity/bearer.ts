import type { RequestHandler, Response } from "express";
import { createRemoteJWKSet, jwtVerify } from "jose";

export interface BearerOptions {
  issuer: string;
  audience: string;
  jwksUri: string;
}

/** Whose token it is (`sub`) and what it allows. */
export interface Bearer {
  sub: string;
  scopes: string[];
}

/** Writes the body of a refusal, which differs between SCIM and OpenID Connect. */
export type Refuse = (response: Response, status: 401 | 403, detail: string) => void;

/** Verifies a JWT access token (RFC 9068) and answers as RFC 6750 §3 says when it will not do. */
export function requireBearer(
  { issuer, audience, jwksUri }: BearerOptions,
  refuse: Refuse,
  scope?: string,
): RequestHandler {
  const keys = createRemoteJWKSet(new URL(jwksUri));
  return async (request, response, next) => {
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    if (token === undefined) {
      response.set("WWW-Authenticate", 'Bearer realm="demo"');
      return refuse(response, 401, "No access token was sent.");
    }
    const bearer = await jwtVerify(token, keys, {
      issuer,
      audience,
      typ: "at+jwt",
    }).then(
      ({ payload }) => ({
        sub: payload.sub ?? "",
        scopes: String(payload.scope ?? "").split(" "),
      }),
      () => undefined,
    );
    if (bearer === undefined) {
      response.set("WWW-Authenticate", 'Bearer realm="demo", error="invalid_token"');
      return refuse(response, 401, "The access token is expired, or not for this server.");
    }
    if (scope !== undefined && !bearer.scopes.includes(scope)) {
      const challenge = `Bearer realm="demo", error="insufficient_scope", scope="${scope}"`;
      response.set("WWW-Authenticate", challenge);
      return refuse(response, 403, `The access token lacks the scope ${scope}.`);
    }
    response.locals.bearer = bearer satisfies Bearer;
    next();
  };
}
