import { COMMON, CORE } from "../scim/attributes.js";
import { getDisplayName } from "../scim/getDisplayName.js";
import { isEmpty } from "../scim/isEmpty.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { Evidence } from "./Evidence.js";
import { type Look, ok, skipped, warning } from "./Finding.js";
import { names } from "./names.js";

const MOST_EXTENSIONS = 10;

/** Which attributes were understood, which were not, and which a profile would miss. */
export function attributes({ me }: Evidence): Look {
  if (!me) return skipped("There is no person.");
  const { enterprise = {}, extensions, raw } = me;
  const unknown = Object.keys(raw).filter(
    (key) => !isAttribute(key) && !/^urn:/i.test(key) && !isEmpty(raw[key]),
  );
  const says = [
    `Recognised: ${names(recognised(me))}.`,
    !isEmpty(enterprise) && `Of the Enterprise extension: ${names(Object.keys(enterprise))}.`,
    ...Object.entries(extensions)
      .slice(0, MOST_EXTENSIONS)
      .map(([urn, extension = {}]) => `Of ${names([urn])}: ${names(Object.keys(extension))}.`),
    unknown.length && `Not of RFC 7643, and kept in raw: ${names(unknown)}.`,
  ];
  const missing = missingOf(me);
  const text = says.filter(Boolean).join(" ");
  if (!missing.length) return ok(text);
  return warning(
    `${text} Missing: ${missing.join("; ")}.`,
    "See whether they are filled in at the provider, whether it maps them to SCIM 2.0, and whether this token may read them.",
  );
}

function isAttribute(key: string): boolean {
  return [CORE, COMMON].some((table) => table.has(key.toLowerCase()));
}

/** The attributes of the model that hold anything, by their own names. */
function recognised(me: ScimMe): string[] {
  return Object.keys(me).filter((key) => isAttribute(key) && !isEmpty(me[key as keyof ScimMe]));
}

function missingOf(me: ScimMe): string[] {
  const { id, userName, emails } = me;
  const name = getDisplayName({ ...me, userName: "", emails: [] });
  return [
    !id && "id (a change of person cannot be told by it)",
    !userName && "userName",
    !name && "a name: displayName, or name with its parts",
    !emails.length && "emails",
  ].filter((item) => typeof item === "string");
}
