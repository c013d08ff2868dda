interface Place {
  name: string;
  value: unknown;
  parent: Place | undefined;
}

/**
 * The paths at which one of some texts stands in a value: in strings, names of properties, errors
 * and their causes, maps, sets, headers, requests, forms and URLs. The texts themselves are not in
 * the paths.
 */
export function findText(root: Record<string, unknown>, texts: readonly string[]): string[] {
  const holds = (text: string) => texts.some((wanted) => text.includes(wanted));
  const found: string[] = [];
  const seen = new Set<unknown>();
  const places = partsOf(root, undefined);
  // A list, not recursion: a body may be nested 100,000 deep.
  for (const place of places) {
    const { name, value } = place;
    if (holds(name)) found.push(`${pathOf(place)} (its name)`);
    if (typeof value === "string" && holds(value)) found.push(pathOf(place));
    if (!isContainer(value) || seen.has(value)) continue;
    seen.add(value);
    for (const part of partsOf(value, place)) places.push(part);
  }
  return found.map((path) => texts.reduce((shown, text) => shown.replaceAll(text, "[…]"), path));
}

function partsOf(value: object, parent: Place | undefined): Place[] {
  const parts = new Map<string, unknown>();
  // What these hold is in no property of their own.
  if (isOne(value, "Request", "Response")) {
    const { headers, url } = value as Request;
    parts.set("headers", headers).set("url", url);
  }
  for (const key of Reflect.ownKeys(value)) {
    parts.set(String(key), Object.getOwnPropertyDescriptor(value, key)?.value);
  }
  // A getter in some engines, and the message may have changed since.
  if (value instanceof Error) parts.set("stack", value.stack);
  if (value instanceof URL) parts.set("href", value.href);
  if (value instanceof Set) parts.set("items", [...value]);
  if (isOne(value, "Map", "Headers", "FormData", "URLSearchParams")) {
    parts.set("entries", [...(value as Map<unknown, unknown>)]);
  }
  return [...parts].map(([name, part]) => ({ name, value: part, parent }));
}

/** Whether an object is of one of the page's own types; the page of Jest has not all of them. */
function isOne(value: object, ...types: string[]): boolean {
  return types.some((name) => {
    const type = (globalThis as Record<string, unknown>)[name];
    return typeof type === "function" && value instanceof type;
  });
}

function pathOf(place: Place): string {
  const names: string[] = [];
  for (let at: Place | undefined = place; at; at = at.parent) names.push(at.name);
  if (names.length > 20) names.splice(10, names.length - 20, "…");
  return names.reverse().join(" › ");
}

function isContainer(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
