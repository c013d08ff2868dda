import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import express, { type Request as Incoming } from "express";
import { getResponse } from "msw";
import { scimMeHandlers } from "../../src/mocks/index.js";
import { type Listener, listen } from "../identity/listen.ts";

export interface ScimServer {
  origin: string;
  /** What was asked of `/Me`, in order: a method each. */
  asked: string[];
  /** The access tokens that were given out. */
  tokens: string[];
  /** Serves an app's files beside it. */
  serveFiles(folder: string): void;
  stop: Listener["stop"];
}

function toRequest(incoming: Incoming, origin: string): Request {
  const { method, originalUrl, headers } = incoming;
  const body = method === "PATCH" ? { body: Readable.toWeb(incoming), duplex: "half" } : {};
  return new Request(new URL(originalUrl, origin), {
    method,
    headers: headers as Record<string, string>,
    ...(body as RequestInit),
  });
}

/** The kit's own mocks as a server on loopback, with a token for everybody who asks. */
export async function serveScim(): Promise<ScimServer> {
  const listener = await listen(0);
  const origin = `http://localhost:${listener.port}`;
  const asked: string[] = [];
  const tokens: string[] = [];
  const handlers = scimMeHandlers({ onRequest: ({ method }) => void asked.push(method) });
  const app = express();
  app.post("/token", (_request, response) => {
    const accessToken = randomUUID();
    tokens.push(accessToken);
    response.json({ accessToken, subject: "bjensen" });
  });
  app.use("/scim2", async (incoming, outgoing) => {
    const answer = await getResponse(handlers, toRequest(incoming, origin));
    outgoing.status(answer?.status ?? 404).setHeaders(answer?.headers ?? new Headers());
    outgoing.end(await answer?.text());
  });
  listener.serve(app);
  return {
    ...{ origin, asked, tokens, stop: listener.stop },
    serveFiles: (folder) => void app.use(express.static(folder)),
  };
}
