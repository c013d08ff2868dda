import express, { type ErrorRequestHandler, type Response, Router } from "express";
import SCIMMY from "scimmy";
import { type Bearer, type BearerOptions, requireBearer } from "./bearer.ts";
import { cors } from "./cors.ts";
import { patchOperations } from "./patchOperations.ts";
import { User, type UserStore } from "./scimModel.ts";

export interface ScimOptions extends BearerOptions {
  users: UserStore;
  /** The SCIM base URL, `<origin>/t/<tenant>/scim2`. */
  baseUrl: string;
  allowedOrigins: readonly string[];
}

function sendError(response: Response, status: number, detail: string, scimType = ""): void {
  const error = new SCIMMY.Types.Error(status, scimType, detail);
  response.status(status).type("application/scim+json").send(new SCIMMY.Messages.Error(error));
}

const onError: ErrorRequestHandler = (error, _request, response, _next) => {
  const { status = 500, scimType, message } = error as InstanceType<typeof SCIMMY.Types.Error>;
  sendError(response, status, status < 500 ? message : "The server failed.", scimType);
};

/** The SCIM server's routes below its base URL: `/Me` (RFC 7644 §3.11) and `/Schemas`. */
export function createScim({ users, baseUrl, allowedOrigins, ...bearer }: ScimOptions): Router {
  const router = Router();
  const authorize = requireBearer(bearer, sendError, "internal_login");
  router.use(cors(allowedOrigins, ["GET", "PUT", "PATCH"]));
  router.use(authorize, express.json({ type: ["application/scim+json", "application/json"] }));

  const me = (response: Response, query: object) =>
    new User((response.locals.bearer as Bearer).sub, query);
  const send = (response: Response, user: object) => {
    const body = JSON.parse(JSON.stringify(user)) as {
      id?: string;
      meta?: { location?: string };
    };
    // SCIMMY keeps one base path for the process, and two stacks may run in it.
    if (body.meta !== undefined) body.meta.location = `${baseUrl}/Users/${body.id}`;
    response.set("Cache-Control", "no-store").type("application/scim+json").send(body);
  };

  router.get("/Me", async ({ query }, response) => {
    send(response, await me(response, query).read(users));
  });
  router.put("/Me", async ({ body, query }, response) => {
    send(response, await me(response, query).write(body, users));
  });
  router.patch("/Me", async ({ body, query }, response) => {
    // SCIMMY answers nothing when the patch changed nothing; the person is still wanted.
    const changed = await me(response, query).patch(patchOperations(body) as never, users);
    send(response, changed ?? (await me(response, query).read(users)));
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
