import { CORE } from "./attributes.js";
import { isEmpty } from "./isEmpty.js";
import { memberOf, nameIn } from "./MeEdit.js";
import { isObject, type Json } from "./readValues.js";

/** An element of a list, as the model has it and as it was given. */
type Element = readonly [read: Json, given: unknown];

/**
 * A list as a server takes it: objects, also where it sends bare text, and each with what else the
 * server said of the same value. A list is replaced whole, and nothing in it is to be lost.
 */
export function completeList(name: string, list: unknown, sent: unknown): Json[] {
  const read = CORE.get(name)?.[1] as (value: unknown) => Json[];
  const elements = (value: unknown) =>
    [value].flat().flatMap((given) => read([given]).map((one): Element => [one, given]));
  const results = read(list);
  const given = elements(list);
  const partners = pair(results, elements(sent));
  return results.map(({ primary, ...model }, at) => {
    const others: Json = {};
    for (const [key, value] of [partners[at], given[at]].flatMap(othersIn)) {
      others[nameIn(others, key)] = value;
    }
    return { ...(withOthers(model, others) as Json), ...(primary ? { primary } : {}) };
  });
}

/** What was said of an element that the model does not have. */
function othersIn([read, given]: Element = [{}, {}]): [name: string, value: unknown][] {
  const members = isObject(given) ? Object.entries(given) : [];
  return members.filter(([name]) => memberOf(read, name) === undefined);
}

/** An object of the model, with what else was said of it; what is empty of that is undefined. */
export function withOthers(value: unknown, sent: unknown): unknown {
  if (!isObject(value)) return value;
  const result = { ...value };
  for (const [key, other] of Object.entries([sent].flat().find(isObject) ?? {})) {
    const name = nameIn(value, key);
    const isKnown = Object.hasOwn(value, name);
    result[name] = isKnown ? withOthers(value[name], other) : isEmpty(other) ? undefined : other;
  }
  return result;
}

/** Finds for each value what was sent for it: the same in all, else in what makes it the same one. */
function pair(results: readonly Json[], sent: readonly Element[]): readonly Element[] {
  const partners: Element[] = [];
  const free = new Set(sent);
  for (const isLoose of [false, true]) {
    const waiting = new Map<string, Element[]>();
    // The last first: the first is then taken from the end, where it costs nothing.
    for (const element of [...free].reverse()) {
      const key = keyOf(element[0], isLoose);
      const equal = waiting.get(key);
      if (equal) equal.push(element);
      else waiting.set(key, [element]);
    }
    for (const [at, result] of results.entries()) {
      const found = partners[at] ?? waiting.get(keyOf(result, isLoose))?.pop();
      if (!found) continue;
      partners[at] = found;
      free.delete(found);
    }
  }
  return partners;
}

/** Its being preferred may change; loosely, its type and its name too. */
function keyOf({ primary, ...rest }: Json, isLoose: boolean): string {
  const compared = isLoose ? { ...rest, type: undefined, display: undefined } : rest;
  return JSON.stringify(Object.entries(compared).sort());
}
