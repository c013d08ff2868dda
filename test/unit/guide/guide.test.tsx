import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Answer, failure, offline } from "../query/recordFetch.js";
import { describeGuide, type Row } from "./describeGuide.ts";
import { asgardeoServer, authjsServer, guideClient, sessionOf } from "./guideVisits.tsx";
import { kitClient, kitServer } from "./kitVisits.tsx";
import type { Visit, Visitor } from "./Visit.ts";

const docs = join(import.meta.dirname, "..", "..", "..", "docs");
const token = "secret-token";

beforeEach(() => {
  vi.useFakeTimers();
  // The guides' pages log each failure, and React what a boundary catches.
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const sam = (emails: unknown[] = ["sam@example.com"]) =>
  Response.json({ userName: "sam", name: { givenName: "Sam", familyName: "Rivers" }, emails });

const conditions: [string, Visitor][] = [
  ["200, `emails` are texts", { token, answer: () => sam() }],
  ["200, `emails` are objects", { token, answer: () => sam([{ value: "sam@example.com" }]) }],
  ["401", { token, answer: () => failure(401) }],
  ["403", { token, answer: () => failure(403) }],
  ["503, then 200", { token, answer: (_, number) => (number === 1 ? failure(503) : sam()) }],
  ["no token", { token: null, answer: () => sam() }],
  ["no network", { token, answer: offline }],
];
const failures = ["401", "403", "no token", "no network"];

const clientPages = { "the guide’s": guideClient, ours: kitClient };
const serverPages = {
  "Auth.js guide’s": authjsServer,
  "`@asgardeo/nextjs` guide’s": asgardeoServer,
  ours: kitServer,
};

async function measure(pages: Record<string, Visit>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [condition, visitor] of conditions) {
    for (const [page, visit] of Object.entries(pages)) {
      rows.push({ condition, page, ...(await visit(visitor)) });
    }
  }
  return rows;
}

/** The requests of one and of three consumers, and of the same in StrictMode. */
async function count(visit: Visit): Promise<number[]> {
  const answer: Answer = () => sam();
  const requests: number[] = [];
  for (const reactStrictMode of [false, true]) {
    for (const consumers of [1, 3]) {
      requests.push((await visit({ token, answer, consumers, reactStrictMode })).requests);
    }
  }
  return requests;
}

test("our pages show the person once for one request, and a failure by its own words", async () => {
  expect(await count(kitClient)).toEqual([1, 1, 1, 1]);
  for (const visit of [kitClient, kitServer]) {
    const rows = await measure({ ours: visit });
    const failed = rows.filter(({ condition }) => failures.includes(condition));
    expect(new Set(failed.map(({ sees }) => sees)).size).toBe(failures.length);
    const others = rows.filter(({ condition }) => !failures.includes(condition));
    for (const { sees } of others) expect(sees).toBe("Sam Rivers · Email · sam@example.com");
  }
});

test("a server page of ours that has read the person leaves the browser nothing to ask", async () => {
  expect(await kitServer({ token, answer: () => sam() })).toMatchObject({
    requests: 1,
    byBrowser: 0,
  });
});

test("the guide's session hands the access token to the page", () => {
  expect(JSON.stringify(sessionOf(token))).toContain(token);
});

test("docs/from-the-guide-to-the-kit.md tells what was measured", async () => {
  const page = describeGuide(await measure(clientPages), await measure(serverPages), [
    { page: "the guide’s", requests: await count(guideClient) },
    { page: "ours", requests: await count(kitClient) },
  ]);
  await expect(page).toMatchFileSnapshot(join(docs, "from-the-guide-to-the-kit.md"));
});
