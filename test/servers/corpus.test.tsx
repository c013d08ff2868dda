import { render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fetchScimMe, ProfileCard, type ScimMe, ScimMeError } from "../../src/index.js";
import { lists } from "../unit/scim/bodies.js";
import type { ErrorRow } from "./ErrorRow.js";
import { errors } from "./errors.js";
import type { UserRow } from "./UserRow.js";
import { users } from "./users.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-07T12:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

function titled<Row extends UserRow | ErrorRow>(rows: Row[]): [title: string, row: Row][] {
  return rows.map((row) => [`${row.server}: ${row.deviation}`, row]);
}

/** What {@link fetchScimMe} makes of one answer. */
async function ask(answer: Response, endpoint = "https://scim.example.com/v2/Me"): Promise<ScimMe> {
  return fetchScimMe({ endpoint, tokenProvider: () => "a-good-token", fetch: async () => answer });
}

function readUser({ body, type = "application/scim+json" }: UserRow): Promise<ScimMe> {
  return ask(new Response(JSON.stringify(body), { headers: { "Content-Type": type } }));
}

function readError({ status, headers = {}, body = "", endpoint }: ErrorRow): Promise<unknown> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return ask(new Response(text, { status, headers }), endpoint).catch((thrown) => thrown);
}

test("the corpus has at least forty people and thirty-five errors, each of them once", () => {
  expect(users.length).toBeGreaterThanOrEqual(40);
  expect(errors.length).toBeGreaterThanOrEqual(35);
  const titles = [...titled(users), ...titled(errors)].map(([title]) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

const nobody = Object.fromEntries([...lists, "schemas"].map((name) => [name, []]));

test.each(titled(users))("%s: the person is read", async (_, row) => {
  const { raw, ...model } = await readUser(row);
  expect(model).toStrictEqual({ ...nobody, extensions: {}, ...row.expected });
  const { password, ...kept } = row.body;
  expect(raw).toEqual(kept);
});

test.each(titled(users))("%s: the card shows them", async (_, row) => {
  const me = await readUser(row);
  const extended = Object.entries(me.extensions).flatMap(([urn, extension]) =>
    Object.keys(extension ?? {}).map((name) => `${urn}:${name}`),
  );
  for (const fields of [undefined, [...Object.keys(me), ...Object.keys(me.raw), ...extended]]) {
    const { container, unmount } = render(
      <ProfileCard profile={me} fields={fields && [...new Set(fields)]} />,
    );
    expect(container.querySelector("[data-part=name]")?.textContent).toBe(row.name);
    expect(container.querySelector("[data-part=initials]")).not.toBeEmptyDOMElement();
    for (const value of container.querySelectorAll("[data-part=value], [data-part=label]")) {
      expect(value).not.toBeEmptyDOMElement();
    }
    expect(container.textContent).not.toMatch(/undefined|null|NaN|\[object|[<>{}]|Invalid Date/);
    unmount();
  }
});

test.each(titled(errors))("%s: the error is read", async (_, row) => {
  const error = await readError(row);
  expect(error).toBeInstanceOf(ScimMeError);
  expect({ ...(error as ScimMeError) }).toEqual({
    name: "ScimMeError",
    ...(row.expected.reason !== "malformed" &&
      row.expected.reason !== "configuration" && { status: row.status }),
    ...row.expected,
  });
});
