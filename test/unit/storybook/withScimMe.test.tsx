import { render, screen, waitFor } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  getScimMeState,
  ProfileCard,
  SignOutButton,
  useScimMe,
  useSuspenseScimMe,
  useUpdateScimMe,
} from "../../../src/index.js";
import { type ScimMeMockRequest, scimMeHandlers } from "../../../src/mocks/index.js";
import {
  type ScimMeGlobals,
  type ScimMeParameters,
  scimMeGlobalTypes,
  scimMeInitialGlobals,
  scimMeReady,
  scimMeStorySettings,
  withScimMe,
} from "../../../src/storybook/index.js";
import { pass } from "../query/renderApp.js";

const endpoint = "https://scim.example.com/scim2/Me";
let seen: ScimMeMockRequest[] = [];
const server = setupServer(
  ...scimMeHandlers({ endpoint, onRequest: (request) => void seen.push(request) }),
);
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
beforeEach(() => {
  seen = [];
});
afterAll(() => server.close());

const decorate = withScimMe({ endpoint });

function story(globals: ScimMeGlobals = {}, parameters: ScimMeParameters = {}) {
  const all = { ...scimMeInitialGlobals, ...globals };
  return decorate(() => <ProfileCard />, { id: "a-story", globals: all, parameters });
}

const state = () => document.querySelector("[data-scim]")?.getAttribute("data-state");
const states = () =>
  [...document.querySelectorAll("[data-scim=ProfileCard]")].map((card) =>
    card.getAttribute("data-state"),
  );
const bare = { id: "a-story", globals: {}, parameters: {} };

test("a story plays its own scenario while the toolbar leaves it to", async () => {
  render(story({}, { scenario: "forbidden" }));
  await waitFor(() => expect(state()).toBe("forbidden"));
});

test("the hooks of an inner decorator are within the app", async () => {
  const inner = () => <output>{getScimMeState(useScimMe())}</output>;
  const parameters = { scenario: "missing-token" };
  render(decorate(inner, { id: "a-story", globals: {}, parameters }));
  await screen.findByText("missing-token");
});

test("the toolbar's scenario is played by every story, from an empty cache", async () => {
  const { rerender } = render(story({}, { scenario: "success" }));
  await screen.findByText("Barbara Jensen");
  rerender(story({ scenario: "unauthorized" }, { scenario: "success" }));
  expect(state()).toBe("loading");
  expect(screen.queryByText("Barbara Jensen")).toBeNull();
  await waitFor(() => expect(state()).toBe("unauthorized"));
});

test("what one story changes is not changed in the next", async () => {
  const Title = () => {
    const { mutate } = useUpdateScimMe();
    return (
      <button type="button" onClick={() => mutate({ title: "Head Guide" })}>
        {useScimMe().data?.title}
      </button>
    );
  };
  const { unmount } = render(decorate(Title, bare));
  (await screen.findByRole("button", { name: "Tour Guide" })).click();
  await screen.findByRole("button", { name: "Head Guide" });
  expect(seen.filter(({ method }) => method === "PATCH")).toMatchObject([{ status: 200 }]);
  unmount();
  render(decorate(Title, bare));
  await screen.findByRole("button", { name: "Tour Guide" });
});

test("a sign-out in one story of a docs page is none in the others", async () => {
  const card = () => <ProfileCard actions={<SignOutButton onSignOut={() => {}} />} />;
  // The first story of a page may be drawn twice.
  for (const id of ["a", "a", "b"]) render(decorate(card, { ...bare, id, viewMode: "docs" }));
  const [first] = await screen.findAllByRole("button", { name: "Sign out" });
  await waitFor(() => expect(states()).toEqual(["ready", "ready", "ready"]));
  first?.click();
  await waitFor(() => expect(states()[0]).toBe("missing-token"));
  await pass(50);
  expect(states()).toEqual(["missing-token", "ready", "ready"]);
});

test("a story that suspends keeps its app, and is not ready for a picture until it is drawn", async () => {
  const Title = () => <output>{useSuspenseScimMe().data.title}</output>;
  render(decorate(Title, bare));
  await scimMeReady();
  expect(screen.getByText("Tour Guide")).toBeDefined();
  expect(seen).toHaveLength(1);
});

test("the next failures come before the scenario, also where the address made text of their number", async () => {
  render(story({ failNext: "1" }));
  const retry = await screen.findByRole("button", { name: "Try again" });
  expect(seen).toEqual([]);
  retry.click();
  await screen.findByText("Barbara Jensen");
  expect(seen).toHaveLength(1);
});

test("latency holds an answer back, and not longer than somebody waits for it", async () => {
  const { unmount } = render(story({ latency: 60_000 }));
  expect(state()).toBe("loading");
  await expect(scimMeReady(document, 50)).rejects.toThrow(/still busy after 50 ms: ProfileCard/);
  unmount();
  await expect(scimMeReady(document, 50)).resolves.toBeUndefined();
});

test("what the menus set is understood, and so are numbers and their text", () => {
  const settings = (globals: ScimMeGlobals) =>
    scimMeStorySettings({ id: "a-story", globals, parameters: {} });
  expect(settings(scimMeInitialGlobals)).toMatchObject({ latencyMs: 0, failNext: 0 });
  const five = { latencyMs: 500, failNext: 5 };
  expect(settings({ latency: "500ms", failNext: "5-times" })).toMatchObject(five);
  expect(settings({ latency: "500", failNext: "5" })).toMatchObject(five);
  expect(settings({ latency: 500, failNext: 5 })).toMatchObject(five);
});

test("a page is ready once the person is there", async () => {
  render(story({}, { scenario: "minimal" }));
  await scimMeReady();
  expect(state()).toBe("ready");
});

test("every item of the toolbar can be in a page's address", () => {
  for (const [name, { toolbar }] of Object.entries(scimMeGlobalTypes)) {
    const values = toolbar.items.map(({ value }) => value);
    expect(values, name).toContain(String(scimMeInitialGlobals[name as keyof ScimMeGlobals]));
    for (const value of values) {
      expect(value, name).toMatch(/^[\w-]+$/);
      // Storybook would read a number out of the address, and the menu not find it among its items.
      expect(value, name).not.toMatch(/^-?[0-9.]+$/);
    }
  }
});
