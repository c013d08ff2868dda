import express, { type ErrorRequestHandler, type Response, Router } from "express";
import SCIMMY from "scimmy";
import { admitChange } from "./admitChange.ts";
import { type Bearer, type BearerOptions, requireBearer } from "./bearer.ts";
import { cors } from "./cors.ts";
import { entityTag } from "./entityTag.ts";
import type { Policy } from "./openid.ts";
import { patchOperations } from "./patchOperations.ts";
import { holdBackEmails } from "./pendingEmails.ts";
import { found, User, type UserStore, WSO2 } from "./scimModel.ts";

export interface ScimOptions extends BearerOptions {
  users: UserStore;
  /** The SCIM base URL, `<origin>/t/<tenant>/scim2`. */
  baseUrl: string;
  allowedOrigins: readonly string[];
  /** Read at each request. @default one that changes nothing */
  policy?: Pick<Policy, "scim">;
}

// By hand, because SCIMMY's own knows no 428.
function sendError(response: Response, status: number, detail: string, scimType?: string): void {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:Error"];
  const body = { schemas, status: `${status}`, ...(scimType && { scimType }), detail };
  response.status(status).type("application/scim+json").send(body);
}

const onError: ErrorRequestHandler = (error, _request, response, _next) => {
  const { status = 500, scimType, message } = error as InstanceType<typeof SCIMMY.Types.Error>;
  sendError(response, status, status < 500 ? message : "The server failed.", scimType);
};

/** The SCIM server's routes below its base URL: `/Me` (RFC 7644 §3.11) and `/Schemas`. */
export function createScim(options: ScimOptions): Router {
  const { users, baseUrl, allowedOrigins, policy = { scim: {} }, ...bearer } = options;
  const router = Router();
  const authorize = requireBearer(bearer, sendError, "internal_login");
  router.use(cors(allowedOrigins, ["GET", "PUT", "PATCH"], () => !!policy.scim.entityTags));
  router.use(authorize, express.json({ type: ["application/scim+json", "application/json"] }));

  const idOf = (response: Response) => (response.locals.bearer as Bearer).sub;
  const me = (response: Response, query: object) => new User(idOf(response), query);
  const tagOf = (response: Response) => entityTag(found(users, idOf(response)), policy.scim);
  const send = (response: Response, user: object) => {
    const { [WSO2]: own } = found(users, idOf(response));
    const body = JSON.parse(JSON.stringify({ ...user, [WSO2]: own })) as {
      id?: string;
      meta?: { location?: string; version?: string };
    };
    const version = tagOf(response);
    if (version) response.set("ETag", version);
    // SCIMMY keeps one base path for the process, and two stacks may run in it.
    const location = `${baseUrl}/Users/${body.id}`;
    if (body.meta) Object.assign(body.meta, { location, ...(version && { version }) });
    response.set("Cache-Control", "no-store").type("application/scim+json").send(body);
  };

  router.get("/Me", async ({ query }, response) => {
    send(response, await me(response, query).read(users));
  });
  router.put("/Me", async ({ body, query }, response) => {
    send(response, await me(response, query).write(body, users));
  });
  router.patch("/Me", async ({ body, query, headers }, response) => {
    const { answers, verifiesEmails } = policy.scim;
    const change = { ifMatch: headers["if-match"], operations: body?.Operations ?? [] };
    admitChange(policy.scim, tagOf(response), change);
    const { emails } = found(users, idOf(response));
    await me(response, query).patch(patchOperations(body) as never, users);
    if (verifiesEmails) holdBackEmails(users, idOf(response), emails);
    if (answers === "no content") response.status(204).end();
    else if (answers === "cut") response.write("{", () => response.destroy());
    else if (answers === "dropped") response.destroy();
    else if (answers !== "never") send(response, await me(response, query).read(users));
  });
  router.get("/Schemas", (_request, response) => {
    // A bare list, as WSO2's SDKs expect it; RFC 7644 §4 would have it wrapped in a ListResponse.
    const schemas = SCIMMY.Schemas.declared().map((schema) => schema.describe());
    response.type("application/scim+json").send(schemas);
  });
  router.use((_request, response) => sendError(response, 404, "There is no such resource."));
  router.use(onError);
  return router;
}
