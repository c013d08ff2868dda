import type { ScimMe, ScimMeChanges } from "../../src/index.js";
import { ENTERPRISE } from "../unit/scim/bodies.js";

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const singles =
  "displayName nickName profileUrl title userType preferredLanguage locale timezone externalId active";
const multiples = "emails phoneNumbers ims photos entitlements roles addresses";
const names = "formatted familyName givenName middleName honorificPrefix honorificSuffix".split(
  " ",
);
/** The attributes of a person that the properties change. */
export const writable: string[] = [...`${singles} ${multiples} vendorText vendorList`.split(" ")];
/** RFC 7643 §2.1; others cannot be named in a PATCH. */
export const isName = (name: string): boolean => /^[a-z][\w$-]*$/i.test(name);

function orNull(wanted: Json, keys: string[]): Json {
  return Object.fromEntries(keys.map((key) => [key, wanted[key] ?? null]));
}

/** Names what is to go, down to the last member, because what is not named stays. */
function toObject(known: unknown, wanted: unknown): unknown {
  if (!isObject(wanted)) return wanted ?? null;
  const keys = [
    ...Object.keys(isObject(known) ? known : {}).filter(isName),
    ...Object.keys(wanted),
  ];
  const own = (object: unknown, key: string) =>
    isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
  const member = (key: string) => toObject(own(known, key), own(wanted, key));
  return Object.fromEntries(keys.map((key) => [key, member(key)]));
}

/** The change that makes a person into a wanted one, as an app would write it. */
export function changesTo(me: ScimMe, wanted: Json): ScimMeChanges {
  const { [ENTERPRISE]: enterprise = {}, name = {}, ...others } = wanted;
  const urns = new Set([...Object.keys(me.extensions), ...Object.keys(others)]);
  const extensions = [...urns]
    .filter((urn) => urn.startsWith("urn:"))
    .map((urn) => [urn, toObject((me.extensions as Json)[urn], wanted[urn] ?? {})]);
  return {
    ...orNull(wanted, writable),
    name: orNull(name as Json, names),
    enterprise: toObject(me.enterprise, enterprise),
    extensions: Object.fromEntries(extensions),
  } as ScimMeChanges;
}
