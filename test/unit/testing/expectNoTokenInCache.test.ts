import { QueryClient } from "@tanstack/react-query";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  createTestQueryClient,
  expectNoTokenInCache,
  scenarioToken,
} from "../../../src/testing/index.js";

const token = "secret+token/~with==";

async function failing(queryClient: QueryClient, queryKey: unknown[], error: unknown) {
  await queryClient.fetchQuery({ queryKey, queryFn: () => Promise.reject(error) }).catch(() => {});
}

function complaint(queryClient: QueryClient): string {
  try {
    expectNoTokenInCache(queryClient, token);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

test("a cache without the token passes", () => {
  const queryClient = createTestQueryClient();
  queryClient.setQueryData(["scim", "Me", "https://scim.example.com/scim2/Me", "kim"], { id: "1" });
  expect(() => expectNoTokenInCache(queryClient, token)).not.toThrow();
});

test("a scenario's token is looked for as it is given", () => {
  const queryClient = createTestQueryClient();
  const scenarios = scenarioToken("success");
  expect(() => expectNoTokenInCache(queryClient, scenarios)).not.toThrow();
  queryClient.setQueryData(["me", scenarios], 1);
  expect(() => expectNoTokenInCache(queryClient, scenarios)).toThrow("queryKey › 1");
});

test.each(["", null, scenarioToken("missing-token")])(
  "%j is refused, because it would be found nowhere or everywhere",
  (nothing) => {
    expect(() => expectNoTokenInCache(new QueryClient(), nothing)).toThrow("needs the token");
  },
);

const cause = new Error("outer", { cause: new Error("middle", { cause: { header: token } }) });
const circular: Record<string, unknown> = { token };
circular.self = circular;

const hidingPlaces: [string, (queryClient: QueryClient) => unknown, string][] = [
  ["a query key", (client) => client.setQueryData(["me", token], 1), "queryKey › 1"],
  ["data", (client) => client.setQueryData(["me"], { a: [{ b: token }] }), "data › a › 0 › b"],
  ["circular data", (client) => client.setQueryData(["me"], circular), "data › token"],
  ["a map", (client) => client.setQueryData(["me"], new Map([["k", token]])), "data › entries"],
  ["headers", (client) => client.setQueryData(["me"], new Headers({ a: token })), "data › entries"],
  [
    "a URL, encoded",
    (client) => client.setQueryData(["me"], `https://a.example/?t=${encodeURIComponent(token)}`),
    "state › data",
  ],
  [
    "the parameters of a form",
    (client) => client.setQueryData(["me"], new URLSearchParams({ token })),
    "data › entries",
  ],
  [
    "a form, encoded",
    (client) => client.setQueryData(["me"], `${new URLSearchParams({ token })}`),
    "state › data",
  ],
  [
    "the request that an error tells of",
    (client) => {
      const request = new Request("https://a.example", { headers: { a: token } });
      return failing(client, ["me"], Object.assign(new Error(), { request }));
    },
    "error › request › headers › entries",
  ],
  ["an error's message", (client) => failing(client, ["me"], new Error(token)), "error › message"],
  ["an error's causes", (client) => failing(client, ["me"], cause), "cause › cause › header"],
  [
    "meta",
    (client) => client.fetchQuery({ queryKey: ["me"], queryFn: () => 1, meta: { token } }),
    "meta › token",
  ],
  [
    "mutation variables",
    (client) =>
      client
        .getMutationCache()
        .build(client, { mutationFn: async () => 1 })
        .execute({ token }),
    "state › variables › token",
  ],
  [
    "default options",
    (client) => client.setDefaultOptions({ queries: { meta: { token } } }),
    "default options › queries › meta › token",
  ],
];

test.each(hidingPlaces)(
  "a token in %s is found, named by its place and not shown",
  async (_, hide, path) => {
    const queryClient = createTestQueryClient();
    await hide(queryClient);
    const message = complaint(queryClient);
    expect(message).toContain(path);
    expect(message).not.toContain(token);
  },
);

test("a page without fetch, as Jest's is, can be searched", () => {
  for (const name of ["Headers", "Request", "Response"]) vi.stubGlobal(name, undefined);
  onTestFinished(() => void vi.unstubAllGlobals());
  const queryClient = createTestQueryClient();
  expect(complaint(queryClient)).toBe("");
  queryClient.setQueryData(["me"], { token });
  expect(complaint(queryClient)).toContain("data › token");
});

test("data nested 100,000 deep is searched to its end", () => {
  let nested: object = { token };
  for (let depth = 0; depth < 100_000; depth++) nested = { nested };
  const queryClient = createTestQueryClient();
  queryClient.setQueryData(["me"], nested);
  expect(complaint(queryClient)).toMatch(/query \["me"\] › state › data › nested .*… .*› token/);
});
