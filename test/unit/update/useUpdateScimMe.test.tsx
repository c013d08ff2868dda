import { act, screen, waitFor } from "@testing-library/react";
import type { JSX } from "react";
import { expect, test } from "vitest";
import {
  type ScimMeChanges,
  type ScimMeProviderProps,
  scimMeQueryKey,
  type UseUpdateScimMeOptions,
  type UseUpdateScimMeResult,
  useUpdateScimMe,
} from "../../../src/index.js";
import { Reader } from "../query/Reader.js";
import { deferred } from "../query/recordFetch.js";
import { endpoint, renderApp } from "../query/renderApp.js";
import { scimServer } from "./scimServer.js";

function editor(options?: UseUpdateScimMeOptions) {
  const current: { update?: UseUpdateScimMeResult } = {};
  function Editor(): JSX.Element {
    current.update = useUpdateScimMe(undefined, options);
    return <p data-testid="update">{current.update.status}</p>;
  }
  return {
    Editor,
    result: () => current.update as UseUpdateScimMeResult,
    change: (changes: ScimMeChanges) => act(async () => current.update?.mutate(changes)),
  };
}

async function open(
  { fetch }: { fetch: typeof globalThis.fetch },
  options?: UseUpdateScimMeOptions,
  props: ScimMeProviderProps = {},
) {
  const form = editor(options);
  const children = [<Reader key="a" />, <form.Editor key="b" />];
  const app = renderApp({ tokenProvider: () => "token", fetch, children, ...props });
  await screen.findByText("ready Barbara Jensen");
  return { ...app, ...form };
}

const me = () => screen.getByTestId("me").textContent;
const status = () => screen.getByTestId("update").textContent;

test("a change is one PATCH of what differs, and the cache takes the server's answer", async () => {
  const server = scimServer();
  const { change, client } = await open(server);
  await change({ displayName: "Babs", nickName: null, title: "Tour Guide" });
  await waitFor(() => expect(status()).toBe("success"));
  expect(me()).toBe("ready Babs");
  expect(server.sent()).toHaveLength(1);
  expect(server.sent()[0]).toMatchObject({
    method: "PATCH",
    url: endpoint,
    token: "token",
    contentType: "application/scim+json",
    body: { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"] },
  });
  expect(client.getQueryData(scimMeQueryKey({ endpoint, subject: null }))).toMatchObject({
    displayName: "Babs",
  });
});

test("the hoped-for profile is shown while it is pending, and taken back when it is refused", async () => {
  const end = deferred<Response>();
  const server = scimServer(undefined, ({ method }) =>
    method === "PATCH" ? end.promise : undefined,
  );
  const { change, result } = await open(server);
  await change({ displayName: "Babs" });
  expect(me()).toBe("ready Babs");
  expect(status()).toBe("pending");
  await act(async () =>
    end.resolve(
      Response.json({ status: "400", scimType: "mutability", detail: "No." }, { status: 400 }),
    ),
  );
  await waitFor(() => expect(status()).toBe("error"));
  expect(me()).toBe("ready Barbara Jensen");
  expect(result().error).toMatchObject({
    reason: "invalid",
    scimType: "mutability",
    attribute: "displayName",
  });
});

test("a lost answer is asked for before anything is sent again", async () => {
  const server = scimServer(undefined, ({ method }, { take }) => {
    if (method !== "PATCH") return undefined;
    take();
    return Promise.reject(new TypeError("Failed to fetch"));
  });
  const { change } = await open(server);
  await change({ displayName: "Babs" });
  await waitFor(() => expect(status()).toBe("success"));
  expect(me()).toBe("ready Babs");
  expect(server.server.seen.map(({ method }) => method)).toEqual(["GET", "PATCH", "GET"]);
});

test("two quick changes go one after the other, each from what the other left", async () => {
  const server = scimServer();
  const { result } = await open(server);
  await act(async () => {
    const { mutate } = result();
    mutate({ displayName: "Babs" });
    mutate({ title: "Captain" });
    mutate({ displayName: "Babs" });
  });
  await waitFor(() => expect(server.server.person).toMatchObject({ title: "Captain" }));
  expect(server.operations()).toEqual([
    { op: "replace", value: { displayName: "Babs" } },
    { op: "replace", value: { title: "Captain" } },
  ]);
});
