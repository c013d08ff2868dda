import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** A request as the server saw it. */
export interface SeenRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** What stands behind `Bearer`, if anything. */
  token: string | undefined;
  /** `""` where the connection broke before its end. */
  body: Promise<string>;
}

export type Answer = (response: ServerResponse, request: SeenRequest) => void;

/** A loopback server for one test, and everything that was sent to it. */
export async function serveMe(answer: Answer) {
  const seen: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    const { method = "", url = "", headers } = incoming;
    const token = headers.authorization?.replace("Bearer ", "");
    const request = { method, path: url, headers, token, body: text(incoming).catch(() => "") };
    seen.push(request);
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, endpoint: `${origin}/scim2/Me`, seen };
}

/** Answers with JSON. */
export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/scim+json" });
  response.end(JSON.stringify(body));
}

/** Tells everybody who they are by their token, and refuses the given tokens. */
export function whoIs(...refused: string[]): Answer {
  return (response, { token = "" }) =>
    refused.includes(token)
      ? json(response, 401, { status: "401", detail: "Expired." })
      : json(response, 200, { userName: `owner-of-${token}` });
}
