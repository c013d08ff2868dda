import { type IncomingMessage, type ServerResponse, request as send } from "node:http";
import { listen } from "../identity/listen.ts";

/** One request of a browser, and every byte that it got for it. */
export interface Exchange {
  method: string;
  path: string;
  status: number;
  headers: string;
  body(): string;
}

export interface Line {
  /** Where the browser finds the app. */
  origin: string;
  exchanges: Exchange[];
  /** Hands everything on to the app, on another port, and adds headers to its answers. */
  passTo(port: number, more?: Record<string, string>): void;
  stop(): Promise<void>;
}

/** Stands between a browser and an app, and writes down what the browser is given. */
export async function listenIn(): Promise<Line> {
  const listener = await listen(0);
  const exchanges: Exchange[] = [];

  function pass(port: number, more: string[], request: IncomingMessage, response: ServerResponse) {
    const { method = "", url: path = "" } = request;
    // Not compressed: nothing would be found in it.
    const headers = { ...request.headers, "accept-encoding": "identity" };
    const onward = send({ host: "localhost", port, method, path, headers }, (answer) => {
      const { statusCode: status = 0 } = answer;
      const rawHeaders = [...answer.rawHeaders, ...more];
      const parts: Buffer[] = [];
      exchanges.push({
        ...{ method, path, status, headers: rawHeaders.join("\n") },
        body: () => Buffer.concat(parts).toString(),
      });
      response.writeHead(status, rawHeaders);
      answer.on("data", (part: Buffer) => void parts.push(part)).pipe(response);
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  }

  return {
    origin: `http://localhost:${listener.port}`,
    exchanges,
    passTo(port, more = {}) {
      const added = Object.entries(more).flat();
      listener.serve((request, response) => pass(port, added, request, response));
    },
    stop: listener.stop,
  };
}
