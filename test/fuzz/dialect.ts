import fc from "fast-check";
import { lists, USER } from "../unit/scim/bodies.js";

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const hasOnly = (item: unknown, ...names: string[]): item is Json =>
  isObject(item) && Object.keys(item).every((name) => names.includes(name));

/** A list as bare text, where that says the same: all of them, or the primary one among objects. */
function bare(list: unknown[]): unknown[] {
  if (list.every((item) => hasOnly(item, "value"))) return list.map((item) => (item as Json).value);
  if (list.length < 2) return list;
  return list.map((item) =>
    hasOnly(item, "value", "primary") && item.primary ? item.value : item,
  );
}

/** The ways in which servers write one person; each of them says the same. */
const ways: ((stored: Json) => Json)[] = [
  (stored) => stored,
  (stored) => ({ ...stored, ...("name" in stored && { name: [stored.name] }) }),
  (stored) => ({
    ...stored,
    ...("active" in stored && { active: `${stored.active}`.toUpperCase() }),
  }),
  ({ title, ...stored }) => ({
    ...stored,
    ...(title !== undefined && { [`${USER}:title`]: title }),
  }),
  ({ nickName, ...stored }) => ({ ...stored, [USER]: { nickName } }),
  ({ displayName, ...stored }) => ({
    ...stored,
    DISPLAYNAME: displayName,
    nickname: stored.nickName,
  }),
  (stored) => withLists(stored, bare),
  (stored) =>
    withLists(stored, (list) => (list.length === 1 && isObject(list[0]) ? list[0] : list)),
  (stored) => withLists(stored, (list) => list.map(sayingMore)),
  (stored) => ({
    ...stored,
    title: stored.title ?? "",
    name: stored.name ?? {},
    emails: stored.emails ?? null,
  }),
];

function sayingMore(item: unknown): unknown {
  return isObject(item) ? { display: "", ...item, primary: item.primary ? "True" : false } : item;
}

function withLists(stored: Json, change: (list: unknown[]) => unknown): Json {
  const changed = lists
    .filter((name) => Array.isArray(stored[name]))
    .map((name) => [name, change(stored[name] as unknown[])]);
  return { ...stored, ...Object.fromEntries(changed) };
}

/** Writes a stored person in some of these ways, one after the other. */
export const anyDialect: fc.Arbitrary<(stored: Json) => Json> = fc
  .uniqueArray(fc.nat(ways.length - 1), { maxLength: 4 })
  .map((picked) => (stored: Json) => picked.reduce((body, at) => ways[at]?.(body) ?? body, stored));
