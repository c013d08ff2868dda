import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";

export function serve(handler: (request: Request) => Promise<Response>) {
  return async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const gone = new AbortController();
    outgoing.once("close", () => gone.abort());
    let request: Request | undefined;
    try {
      request = toRequest(incoming, gone.signal);
      const answer = await handler(request);
      const text = await answer.text();
      outgoing.statusCode = answer.status;
      for (const [name, value] of answer.headers) outgoing.appendHeader(name, value);
      outgoing.end(text);
    } catch (error) {
      // What cannot be a Request is the caller's mistake. What fails after that is for your log alone.
      if (request && !gone.signal.aborted) console.error(error);
      outgoing.statusCode = request ? 500 : 400;
      outgoing.end();
    }
  };
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = "GET", url = "/", headers } = incoming;
  const body = method === "PATCH" ? { body: Readable.toWeb(incoming), duplex: "half" } : {};
  return new Request(new URL(url, "http://localhost"), {
    method,
    headers: headers as Record<string, string>,
    signal,
    ...(body as RequestInit),
  });
}
