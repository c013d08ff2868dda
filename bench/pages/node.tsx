import { QueryClient } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { parseScimMe, type ScimMe } from "../../src/index.js";
import { App, type Kind, know, read } from "./cards.tsx";
import { handParse } from "./handParse.ts";
import type { Crowd } from "./lab.tsx";

declare global {
  /** Checks of a user by other libraries, where these are installed. */
  var validators: Record<string, (body: unknown) => unknown> | undefined;
}

function clock(turns: number, work: () => unknown): number {
  const start = performance.now();
  for (let turn = 0; turn < turns; turn++) work();
  return (performance.now() - start) / turns;
}

/** What is measured in Node; times are in ms, of several turns the mean. */
const lab = {
  server(kind: Kind, { count, isShared }: Crowd, turns: number, body: unknown): number {
    let spent = 0;
    for (let turn = 0; turn < turns; turn++) {
      const people = read(body, count, isShared);
      const client = new QueryClient();
      know(client, people[0] as ScimMe);
      spent += clock(1, () => renderToString(<App {...{ client, kind, people }} />));
    }
    return spent / turns;
  },
  json: (text: string, turns: number): number => clock(turns, () => JSON.parse(text)),
  /** Reading what JSON.parse has just made, as when an answer comes. */
  read(reader: string, text: string, turns: number): number {
    const readers = { ...globalThis.validators, kit: parseScimMe, hand: handParse };
    const check = readers[reader as "kit"];
    let spent = 0;
    for (let turn = 0; turn < turns; turn++) {
      const body: unknown = JSON.parse(text);
      const start = performance.now();
      check(body);
      spent += performance.now() - start;
    }
    return spent / turns;
  },
};

export type NodeLab = typeof lab;

type Request = { [Name in keyof NodeLab]: [Name, ...Parameters<NodeLab[Name]>] }[keyof NodeLab];

process.on("message", ([name, ...args]: Request) => {
  process.send?.((lab[name] as (...all: unknown[]) => number)(...args));
});
process.send?.("ready");
