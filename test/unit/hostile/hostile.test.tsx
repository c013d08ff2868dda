import { dehydrate, hydrate } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import {
  getDisplayName,
  getInitials,
  getPhotoUrl,
  ProfileCard,
  parseScimMe,
  scimMeQueryKey,
} from "../../../src/index.js";
import { createTestQueryClient } from "../../../src/testing/index.js";
import { recordFetch } from "../query/recordFetch.js";
import { endpoint, renderApp } from "../query/renderApp.js";
import { fields, hostileBodies } from "./bodies.js";

const table = Object.entries(hostileBodies);
/** No card has more elements, or more text, whatever is in it. */
const MOST_ELEMENTS = 150;
const MOST_TEXT = 50_000;

/** The texts that could re-order what stands around them. */
function textsWithDirection(root: Node): Text[] {
  const found: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text.data)) found.push(text);
  }
  return found;
}

test.each(table)("%s: parsed into plain JSON that is the same again", (_, body) => {
  const me = parseScimMe(JSON.parse(body));
  const json = JSON.stringify(me);
  // Compared as text: an assertion library takes longer over 5,000 objects than the kit.
  expect(JSON.stringify(parseScimMe(JSON.parse(json).raw)) === json).toBe(true);
  expect(JSON.stringify(structuredClone(me)) === json).toBe(true);
  expect(getDisplayName(me) || me.id).toBeTruthy();
  expect(getInitials(getDisplayName(me)).length).toBeLessThan(250);
  expect(getPhotoUrl(me) ?? "https:").toMatch(/^(?:https:|data:image\/(?!svg))/);
});

test.each(table)("%s: a card of a card's size, without anything that runs", (_, body) => {
  const me = parseScimMe(JSON.parse(body));
  const { container } = render(<ProfileCard profile={me} fields={fields} />);
  expect(container.querySelectorAll("*").length).toBeLessThan(MOST_ELEMENTS);
  expect(container.textContent?.length).toBeLessThan(MOST_TEXT);
  expect(container.querySelector("script, iframe, object, style, form, b")).toBeNull();
  for (const element of container.querySelectorAll("*")) {
    expect(element.getAttributeNames().filter((name) => name.startsWith("on"))).toEqual([]);
  }
  for (const link of container.querySelectorAll("a")) {
    expect(link.protocol).toMatch(/^(?:https|mailto|tel):$/);
  }
  for (const text of textsWithDirection(container)) {
    expect(text.parentElement?.closest("bdi"), text.data).not.toBeNull();
  }
  expect(renderToString(<ProfileCard profile={me} fields={fields} />)).toContain("data-scim");
});

test.each(table)(
  "%s: the same answer again is the same object, and JSON keeps it",
  async (_, body) => {
    const { fetch } = recordFetch(() => new Response(body));
    const children = <ProfileCard />;
    const { client } = renderApp({ tokenProvider: () => "token", fetch, children });
    const key = scimMeQueryKey({ endpoint, subject: null });
    await waitFor(() => expect(client.getQueryState(key)?.status).toBe("success"));
    const first = client.getQueryData(key);
    await act(() => client.refetchQueries());
    expect(client.getQueryState(key)).toMatchObject({ status: "success", dataUpdateCount: 2 });
    expect(client.getQueryData(key)).toBe(first);
    const other = createTestQueryClient();
    hydrate(other, JSON.parse(JSON.stringify(dehydrate(client))));
    expect(JSON.stringify(other.getQueryData(key)) === JSON.stringify(first)).toBe(true);
  },
);

test.each([
  ["zero-width", "\u200b\u2060"],
  ["a half of a character", "\uD800"],
  ["marks", "\u202e"],
])("a name of %s is passed over for one that can be seen", (_, displayName) => {
  const me = parseScimMe({ displayName, nickName: displayName, userName: "kim" });
  expect(getDisplayName(me)).toBe("kim");
  render(<ProfileCard profile={me} />);
  expect(screen.getByRole("group", { name: "kim" })).toBeVisible();
});

test("a photo that never comes leaves the initials in sight", () => {
  const photos = [{ value: "https://photos.example.com/hangs.png" }];
  render(<ProfileCard profile={parseScimMe({ displayName: "Kim Ito", photos })} />);
  expect(screen.getByText("KI")).toBeVisible();
  expect(document.querySelector("img")).not.toHaveAttribute("data-loaded");
});

test("a text is cut between characters, and its model is not", () => {
  const displayName = `x${"𝕏".repeat(5_000)}`;
  const me = parseScimMe({ id: "1", displayName });
  render(<ProfileCard profile={me} />);
  const shown = document.querySelector("[data-part=name]")?.textContent ?? "";
  expect(shown).toMatch(/^x𝕏+…$/u);
  expect(me.displayName).toBe(displayName);
});
