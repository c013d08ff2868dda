import { Writable } from "node:stream";
import type { ReactNode } from "react";
import { renderToPipeableStream } from "react-dom/server";

/** What a server sent for a page. */
export interface ServerRendering {
  /** What it sent before it waited for anything. */
  shell: string;
  /** All that it sent. */
  html: string;
  /** What was thrown below a boundary, as a framework gets it. */
  errors: unknown[];
}

interface RenderOptions {
  /** Sends a page when all of it is ready, and so without scripts that put things in their places. */
  whole?: boolean;
  /** Called when the shell is on its way. */
  onShellSent?: () => void;
}

/** Streams a page as a server does: the shell at once, what suspends as it gets ready. */
export function renderOnServer(
  app: ReactNode,
  { whole = false, onShellSent }: RenderOptions = {},
): Promise<ServerRendering> {
  const sent: ServerRendering = { shell: "", html: "", errors: [] };
  return new Promise((resolve, reject) => {
    const sink = new Writable({
      write(chunk, _encoding, done) {
        if (!sent.html) setImmediate(onFirstPart);
        sent.html += chunk;
        done();
      },
      final: () => resolve(sent),
    });
    const onFirstPart = () => {
      sent.shell = sent.html;
      onShellSent?.();
    };
    const { pipe } = renderToPipeableStream(app, {
      [whole ? "onAllReady" : "onShellReady"]: () => pipe(sink),
      onShellError: reject,
      onError: (error) => void sent.errors.push(error),
    });
  });
}
