import { ENTERPRISE } from "../scim/attributes.js";
import { isEmpty } from "../scim/isEmpty.js";
import { isObject, type Json } from "../scim/readValues.js";
import type { Evidence } from "./Evidence.js";
import { type Look, ok, skipped, warning } from "./Finding.js";

/** Where what was sent differs in form from what was read; all of it is understood. */
export function values({ me, body }: Evidence): Look {
  if (!me) return skipped("There is no person.");
  if (isObject(body) && member(body, "password")) {
    return warning(
      "The answer holds a password. It is dropped here, but it has crossed the wire.",
      "Have the server keep it: a password is never returned (RFC 7643 §4.1.1).",
    );
  }
  const { extensions, enterprise = {}, raw, ...core } = me;
  const standard = Object.entries(enterprise).filter(([name]) => ENTERPRISE.has(name));
  const sentEnterprise = Object.keys(raw).find((key) => /:enterprise:[\d.]+:user$/i.test(key));
  const found = new Set([
    ...(core.schemas.length ? [] : ["schemas (missing)"]),
    ...differences(raw, core, ""),
    ...differences(
      sentEnterprise && raw[sentEnterprise],
      Object.fromEntries(standard),
      "enterprise.",
    ),
  ]);
  if (!found.size) return ok("Every value has the form of RFC 7643.");
  return warning(
    `Read in spite of their form: ${[...found].join(", ")}.`,
    "There is nothing to do here. Other clients may be stricter.",
  );
}

/** Compares a value with what was read from it; the names are the model's own. */
function differences(sent: unknown, read: unknown, path: string): string[] {
  if (isEmpty(sent) || isEmpty(read)) return [];
  const name = path.replace(/\.$/, "");
  if (kindOf(sent) !== kindOf(read)) return [`${name} (${kindOf(sent)} for ${kindOf(read)})`];
  if (Array.isArray(read)) {
    // What says nothing was not read.
    const full = (sent as unknown[]).filter((item) => !isEmpty(item));
    return read.flatMap((item, index) => differences(full[index], item, `${name}[].`));
  }
  if (!isObject(read)) return [];
  return Object.keys(read).flatMap((key) => {
    const [spelling, value] = member(sent as Json, key) ?? [key];
    return [
      ...(spelling === key ? [] : [`${path}${key} (spelled otherwise)`]),
      ...differences(value, read[key], `${path}${key}.`),
    ];
  });
}

/** A member by its name, without regard to case. */
function member(object: Json, name: string): [key: string, value: unknown] | undefined {
  if (Object.hasOwn(object, name)) return [name, object[name]];
  return Object.entries(object).find(([key]) => key.toLowerCase() === name.toLowerCase());
}

function kindOf(value: unknown): string {
  if (typeof value === "string") return "text";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
