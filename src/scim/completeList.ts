import { isEmpty } from "./isEmpty.js";
import { isObject, type Json } from "./readValues.js";

/** The sub-attributes that the model has of its own (RFC 7643 §2.4, §4.1.2). */
const MODELLED =
  /^(?:value|display|type|primary|formatted|streetAddress|locality|region|postalCode|country)$/i;

/**
 * A list as a server takes it: objects, also where it sends bare text, and each with what else the
 * server said of the same value. A list is replaced whole, and nothing in it is to be lost.
 */
export function completeList(
  read: (value: unknown) => Json[],
  list: unknown,
  sent: unknown,
): Json[] {
  const others = new Map<string, Json>();
  for (const item of [sent, list].flat()) {
    const [modelled] = isObject(item) ? read([item]) : [];
    if (!modelled) continue;
    const key = identity(modelled);
    others.set(key, { ...others.get(key), ...unmodelled(item as Json) });
  }
  return read(list).map((item) => {
    const { primary, ...modelled } = item;
    return { ...others.get(identity(item)), ...modelled, ...(primary ? { primary } : {}) };
  });
}

/** What makes a value the same one; its type and its being preferred may change. */
function identity(item: Json): string {
  const { primary, type, display, ...rest } = item;
  return JSON.stringify(rest);
}

function unmodelled(item: Json): Json {
  return Object.fromEntries(
    Object.entries(item).filter(([name, value]) => !MODELLED.test(name) && !isEmpty(value)),
  );
}
