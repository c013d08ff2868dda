import { QueryClient } from "@tanstack/react-query";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import type { ScimMe } from "../../src/index.js";
import { App, type Kind, know, read } from "./cards.tsx";

/** How many people, and whether all of them are one. */
export interface Crowd {
  count: number;
  isShared: boolean;
}

interface Mounted {
  root: Root;
  host: HTMLElement;
  client: QueryClient;
}

let kept: Mounted | undefined;

function mount(kind: Kind, people: readonly ScimMe[]): Mounted {
  const host = document.body.appendChild(document.createElement("main"));
  const mounted = { host, client: new QueryClient(), root: createRoot(host) };
  render(mounted, kind, people);
  return mounted;
}

function render({ root, client }: Mounted, kind: Kind, people: readonly ScimMe[]): void {
  know(client, people[0] as ScimMe);
  flushSync(() => root.render(<App {...{ client, kind, people }} />));
}

function unmount({ root, host, client }: Mounted): void {
  flushSync(() => root.unmount());
  client.clear();
  host.remove();
}

/** What a page of the bench can be asked to do; times are in ms. */
const lab = {
  /** The HTML of one card. */
  html(kind: Kind, body: unknown): string {
    const mounted = mount(kind, read(body));
    const html = mounted.host.innerHTML.replace(/_r_\w+_/g, "id");
    unmount(mounted);
    return html;
  },
  /** The time to mount cards, and to render them with other people; of several turns the mean. */
  time(kind: Kind, crowd: Crowd, turns: number, bodies: [unknown, unknown]) {
    const { count, isShared } = crowd;
    const spent = { mount: 0, update: 0 };
    for (let turn = 0; turn < turns; turn++) {
      const [people = [], others = []] = bodies.map((body) => read(body, count, isShared));
      const start = performance.now();
      const mounted = mount(kind, people);
      const middle = performance.now();
      render(mounted, kind, others);
      spent.mount += middle - start;
      spent.update += performance.now() - middle;
      unmount(mounted);
    }
    return { mount: spent.mount / turns, update: spent.update / turns };
  },
  keep(kind: Kind, count: number, body: unknown): void {
    kept = mount(kind, read(body, count));
  },
  /** Mounts and unmounts as many cards, ten at a time, each ten with a client of their own. */
  async churn(kind: Kind, cards: number, body: unknown): Promise<void> {
    const people = read(body, 10);
    for (let done = 0; done < cards; done += 10) {
      unmount(mount(kind, people));
      // What was put off has its turn, as in an app.
      if (done % 500 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  },
  release(): void {
    if (kept) unmount(kept);
    kept = undefined;
    document.body.replaceChildren();
  },
};

export type Lab = typeof lab;

Object.assign(window, { lab });
