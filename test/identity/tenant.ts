import { type RequestHandler, Router } from "express";
import type { Provider } from "oidc-provider";
import { type BearerOptions, requireBearer } from "./bearer.ts";
import { cors } from "./cors.ts";
import { createInteractions } from "./interactions.ts";
import { claimsOf } from "./openid.ts";
import type { Person, ScimUser } from "./people.ts";

export interface TenantOptions {
  provider: Provider;
  people: readonly Person[];
  users: ReadonlyMap<string, ScimUser>;
  bearer: BearerOptions;
  allowedOrigins: readonly string[];
  scim: RequestHandler;
  /** Whether the SCIM server is up. */
  scimIsUp(): boolean;
}

/** Where the issuer is not the base URL, its discovery document lies below the issuer all the same. */
const DISCOVERY = "/.well-known/openid-configuration";

/** Everything below one base URL, as Asgardeo's own SDKs expect it. */
export function createTenant({ provider, people, users, ...options }: TenantOptions): Router {
  const { bearer, allowedOrigins, scim, scimIsUp } = options;
  const router = Router();
  router.use("/interaction", createInteractions(provider, people));

  const authorize = requireBearer(bearer, (response, status, detail) => {
    response.status(status).send({ error: "invalid_token", error_description: detail });
  });
  // The library's own userinfo refuses JWT access tokens; Asgardeo's takes the one it issued.
  router.use("/oauth2/userinfo", cors(allowedOrigins, ["GET"]), authorize);
  router.get("/oauth2/userinfo", (_request, response) => {
    const user = users.get(response.locals.bearer.sub);
    response.status(user ? 200 : 404).send(user && claimsOf(user));
  });
  router.get("/api/users/v1/me/organizations", authorize, (_request, response) => {
    response.send({ organizations: [] });
  });
  router.use("/scim2", (request, response, next) => {
    if (scimIsUp()) scim(request, response, next);
    else response.status(503).type("text").send("The SCIM server is down.");
  });
  router.get(`/oauth2/token${DISCOVERY}`, (request, _response, next) => {
    request.url = DISCOVERY;
    // The provider learns from the two where it is mounted.
    request.originalUrl = `${request.baseUrl}${DISCOVERY}`;
    next();
  });
  router.use(provider.callback());
  return router;
}
