import { CORE } from "./attributes.js";
import { isEmpty } from "./isEmpty.js";
import { nameIn } from "./MeEdit.js";
import { isObject, type Json } from "./readValues.js";

/** The sub-attributes that the model has of its own (RFC 7643 §2.4, §4.1.2). */
const OF_VALUES = /^(?:value|display|type|primary)$/i;
const OF_ADDRESSES =
  /^(?:formatted|streetAddress|locality|region|postalCode|country|type|primary)$/i;

/**
 * A list as a server takes it: objects, also where it sends bare text, and each with what else the
 * server said of the same value. A list is replaced whole, and nothing in it is to be lost.
 */
export function completeList(name: string, list: unknown, sent: unknown): Json[] {
  const read = CORE.get(name)?.[1] as (value: unknown) => Json[];
  const isRead = (item: unknown) => read([item]).length > 0;
  const own = name === "addresses" ? OF_ADDRESSES : OF_VALUES;
  const results = read(list);
  const given = Array.isArray(list) ? list.filter(isRead) : [list];
  const known = [sent].flat().filter((item) => isObject(item) && isRead(item)) as Json[];
  const partners = pair(
    results,
    known.map((item) => [item, read([item])[0] as Json]),
  );
  return results.map((result, at) => {
    const others: Json = {};
    for (const source of [partners.get(result), given[at]]) {
      for (const [key, value] of Object.entries(isObject(source) ? source : {})) {
        if (!own.test(key)) others[nameIn(others, key)] = value;
      }
    }
    const { primary, ...modelled } = result;
    const kept = Object.entries(others).filter(([, value]) => !isEmpty(value));
    return { ...Object.fromEntries(kept), ...modelled, ...(primary ? { primary } : {}) };
  });
}

/** Finds for each value what was sent for it: the same in all, else in what makes it the same one. */
function pair(results: Json[], known: [sent: Json, read: Json][]): Map<Json, Json> {
  const partners = new Map<Json, Json>();
  const taken = new Set<Json>();
  for (const key of [whole, identity]) {
    const waiting = new Map<string, Json[]>();
    // From the end, because the last of each is taken first.
    for (const [sent, read] of [...known].reverse()) {
      if (taken.has(sent)) continue;
      const same = waiting.get(key(read)) ?? [];
      waiting.set(key(read), same);
      same.push(sent);
    }
    for (const result of results) {
      const sent = partners.has(result) ? undefined : waiting.get(key(result))?.pop();
      if (!sent) continue;
      partners.set(result, sent);
      taken.add(sent);
    }
  }
  return partners;
}

function whole({ primary, ...rest }: Json): string {
  return JSON.stringify(rest);
}

/** Its type, its name and its being preferred may change. */
function identity({ primary, type, display, ...rest }: Json): string {
  return JSON.stringify(rest);
}
