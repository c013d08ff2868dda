// @vitest-environment jsdom
import type { QueryClient } from "@tanstack/react-query";
import { expect, onTestFinished, test, vi } from "vitest";
import { createTestQueryClient } from "../../../src/testing/index.js";
import { pass } from "../query/renderApp.js";
import { bodyOf, stringsOf } from "./people.js";
import { type Place, places, watchPlaces } from "./watchPlaces.js";

const plant = "planted-text";

/** How a text gets into each place. */
const plants: Record<Place, (client: QueryClient) => unknown> = {
  "the query cache": (client) => client.setQueryData(["key"], { deep: [plant] }),
  "the mutation cache": mutate,
  "dehydrated state": (client) => client.setQueryData(["key"], plant),
  "a persister": async (client) => {
    client.setQueryData(["key"], plant);
    await pass();
    client.clear();
  },
  "errors and their causes": (client) =>
    client
      .fetchQuery({ queryKey: ["key"], queryFn: () => Promise.reject(causedByPlant()) })
      .catch(() => {}),
  "the console": () => console.debug("note", { deep: plant }),
  "the URL": () => history.replaceState(null, "", `/?${plant}`),
  "the history's states": () => history.replaceState({ deep: plant }, ""),
  localStorage: () => localStorage.setItem(plant, "1"),
  sessionStorage: () => sessionStorage.setItem("key", `1 ${plant}`),
  IndexedDB: () => tryTo(() => indexedDB.open(plant)),
  "the cache storage": () => tryTo(() => caches.open(plant)),
  "messages to other tabs": () => {
    const channel = new BroadcastChannel("name");
    channel.postMessage({ deep: plant });
    channel.close();
  },
  "messages to other windows": () => window.postMessage(plant, "*"),
  cookies: () => {
    // biome-ignore lint/suspicious/noDocumentCookie: what is planted here is looked for here.
    document.cookie = `name=${plant}`;
  },
  "the window's name": () => {
    window.name = plant;
  },
  "the document": async () => {
    document.body.dataset.name = plant;
    await pass(0);
    delete document.body.dataset.name;
  },
  "the devtools' view": (client) =>
    client.fetchQuery({ queryKey: ["key"], queryFn: () => 1, meta: { deep: plant } }),
  "requests, their Authorization apart": () => {},
};

test.each(places.slice(0, -1))("what was planted in %s is found there", async (place) => {
  const client = createTestQueryClient();
  vi.spyOn(console, "debug").mockImplementation(() => {});
  const watch = watchPlaces(client);
  onTestFinished(() => {
    watch.stop();
    vi.mocked(console.debug).mockRestore();
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, "", "/");
    // biome-ignore lint/suspicious/noDocumentCookie: it is taken away again.
    document.cookie = "name=; max-age=0";
    window.name = "";
  });
  await plants[place](client);
  await pass(0);
  expect(watch.search([plant])[place]).not.toEqual([]);
});

test("the person of these tests has a name in every text but the standard's own", () => {
  const texts = stringsOf(bodyOf("alice"));
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.filter((text) => !text.includes("alice"))).toEqual([]);
});

function mutate(client: QueryClient): Promise<unknown> {
  const options = { mutationFn: async (_: { name: string }) => 1 };
  return client.getMutationCache().build(client, options).execute({ name: plant });
}

function causedByPlant(): Error {
  return new Error("outer", { cause: new Error("inner", { cause: { deep: plant } }) });
}

function tryTo(plantIt: () => unknown): void {
  expect(plantIt).toThrow("denied");
}
