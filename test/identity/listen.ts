import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on one loopback port that can be stopped and started again on the same port. */
export interface Listener {
  port: number;
  serve(handler: RequestListener): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  isUp(): boolean;
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is taken: stop what listens there, or choose another port.`;
      reject(error.code === "EADDRINUSE" ? new Error(taken, { cause: error }) : error);
    });
    server.listen(port, "localhost", resolve);
  });
}

/** Takes the port before anything is served, because URLs with the port in them come first. */
export async function listen(wanted: number): Promise<Listener> {
  const server = createServer();
  await bind(server, wanted);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    serve: (handler) => void server.on("request", handler),
    start: () => (server.listening ? Promise.resolve() : bind(server, port)),
    isUp: () => server.listening,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
