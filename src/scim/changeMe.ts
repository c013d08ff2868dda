import type { MeEdit } from "./MeEdit.js";
import { meChange } from "./meChange.js";
import type { MeAnswer, RequestMeOptions } from "./RequestMeOptions.js";
import { requestMe } from "./requestMe.js";
import type { ScimMe } from "./ScimMe.js";
import { ScimMeError } from "./ScimMeError.js";
import { type PatchStyle, patchBody, putBody } from "./writeMe.js";

/** @summary How a change is written. */
export interface ChangeSettings {
  /**
   * `PUT` for servers without PATCH: it sends everything that is known of the person.
   * @default "PATCH"
   */
  method?: "PATCH" | "PUT" | undefined;
  /**
   * How a PATCH names what it sets: `value` is one object without a path, `path` one operation for
   * each attribute (RFC 7644 §3.5.2.3).
   * @default "value"
   */
  patchStyle?: PatchStyle | undefined;
  /**
   * The entity tag to demand (RFC 7644 §3.14); a profile with another is a `conflict`.
   * @default the ETag of the profile as it was read, where the server lets it be read
   */
  ifMatch?: string | undefined;
}

/** Sends edits; an error says which of them it is about, where the server does. */
export async function changeMe(
  options: RequestMeOptions & ChangeSettings,
  me: ScimMe,
  edits: readonly MeEdit[],
): Promise<MeAnswer> {
  const { method = "PATCH", patchStyle, ifMatch, attributes, excludedAttributes } = options;
  if (method === "PUT" && (attributes?.length || excludedAttributes?.length)) {
    throw new ScimMeError(
      "configuration",
      "a PUT needs the whole profile. Leave out attributes and excludedAttributes.",
    );
  }
  const body = method === "PUT" ? putBody(me, edits) : patchBody(me, edits, patchStyle);
  try {
    return await requestMe(options, meChange(method, JSON.stringify(body), ifMatch));
  } catch (error) {
    const attribute = error instanceof ScimMeError && attributeOf(error, edits);
    throw attribute ? Object.assign(error as ScimMeError, { attribute }) : error;
  }
}

/** The edit that a refusal names, or the only one there was. */
function attributeOf(error: ScimMeError, edits: readonly MeEdit[]): string | undefined {
  const { reason, scimType, detail = "" } = error;
  if (reason !== "invalid" && reason !== "conflict") return undefined;
  const names = (text = "") =>
    text && new RegExp(`(?<!\\w)${text.replace(/\W/g, "\\$&")}(?!\\w)`, "i").test(detail);
  // The longest first: a path may end with another.
  const byLength = [...edits].sort((a, b) => b.path.length - a.path.length);
  const named =
    byLength.find(({ path }) => names(path)) ?? byLength.find(({ steps }) => names(steps.at(-1)));
  const isOnly = edits.length === 1 && (reason === "invalid" || scimType === "uniqueness");
  return (named ?? (isOnly ? edits[0] : undefined))?.path;
}
