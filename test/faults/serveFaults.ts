import type { IncomingHttpHeaders, RequestListener, ServerResponse } from "node:http";
import { type Listener, listen } from "../identity/listen.ts";

/** A request as the server saw it, and what became of it. */
export interface SeenRequest {
  method: string;
  headers: IncomingHttpHeaders;
  token: string | undefined;
  /** When it came, as `performance.now()`. */
  at: number;
  /** The status, `closed` where the client went first, `open` until then. */
  outcome: string;
}

/** Answers the request with this number, the first being 1. */
export type Answer = (response: ServerResponse, request: SeenRequest, number: number) => void;

export interface FaultServer extends Pick<Listener, "start" | "stop"> {
  origin: string;
  endpoint: string;
  /** Requests but preflights, in order. */
  seen: SeenRequest[];
  preflights: SeenRequest[];
  /** How it answers from now on. */
  answer: Answer;
  /** Whether pages of other origins may call. */
  allowsOrigins: boolean;
  /** The same answers, for a server at the page's own origin. */
  handle: RequestListener;
}

/** Answers as a User whose name is in the token. */
export const whoIs: Answer = (response, { token = "" }) => {
  const name = token.split("-").at(2) ?? "";
  send(response, 200, {
    id: name,
    userName: `${name}@example.com`,
    displayName: name.replace(/^./, (letter) => letter.toUpperCase()),
  });
};

/** Answers with JSON. */
export function send(
  response: ServerResponse,
  status: number,
  body: unknown = { status: `${status}` },
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "Content-Type": "application/scim+json", ...headers });
  response.end(JSON.stringify(body));
}

/** An answer of `status` each time. */
export const always =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    send(response, status, undefined, headers);

/** One status after the other, and the person from then on. */
export const inTurn =
  (...statuses: number[]): Answer =>
  (response, request, number) => {
    const status = statuses[number - 1];
    if (status === undefined || status === 200) whoIs(response, request, number);
    else send(response, status);
  };

/** No answer, ever. */
export const silent: Answer = () => {};

/** A server whose every answer a test decides, at an origin of its own. */
export async function serveFaults(answer: Answer = whoIs): Promise<FaultServer> {
  const listener = await listen(0);
  const origin = `http://localhost:${listener.port}`;
  const server: FaultServer = {
    ...{ origin, endpoint: `${origin}/scim2/Me`, answer, allowsOrigins: true },
    ...{ seen: [], preflights: [], start: listener.start, stop: listener.stop, handle },
  };
  listener.serve(handle);
  return server;

  function handle(...[{ method = "", headers }, response]: Parameters<RequestListener>): void {
    if (server.allowsOrigins && headers.origin) {
      response.setHeader("Access-Control-Allow-Origin", headers.origin);
      response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, If-Match");
      response.setHeader("Access-Control-Allow-Methods", "GET, PATCH");
    }
    const token = headers.authorization?.replace("Bearer ", "");
    const request = { method, headers, token, at: performance.now(), outcome: "open" };
    response.on("close", () => {
      if (request.outcome !== "open") return;
      request.outcome = response.writableFinished ? `${response.statusCode}` : "closed";
    });
    if (method === "OPTIONS") {
      server.preflights.push(request);
      response.writeHead(204).end();
      return;
    }
    const number = server.seen.push(request);
    server.answer(response, request, number);
  }
}
