import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";

export function serve(handler: (request: Request) => Promise<Response>) {
  return async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const gone = new AbortController();
    outgoing.once("close", () => gone.abort());
    const { method = "GET", url = "/", headers } = incoming;
    const body = method === "PATCH" ? { body: Readable.toWeb(incoming), duplex: "half" } : {};
    const request = new Request(new URL(url, "http://localhost"), {
      method,
      headers: headers as Record<string, string>,
      signal: gone.signal,
      ...(body as RequestInit),
    });
    const answer = await handler(request);
    outgoing.statusCode = answer.status;
    for (const [name, value] of answer.headers) outgoing.appendHeader(name, value);
    outgoing.end(await answer.text());
  };
}
