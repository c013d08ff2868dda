import { parsedJson } from "./parsedJson.js";
import { parseScimMe } from "./parseScimMe.js";
import type { MeAnswer } from "./RequestMeOptions.js";
import type { ScimMe } from "./ScimMe.js";
import { ScimMeError } from "./ScimMeError.js";

/**
 * The person in the body of an answer.
 *
 * @throws {ScimMeError} `malformed` for what is not JSON, or not a User.
 */
export function readAnswer({ text }: MeAnswer): ScimMe {
  const body = parsedJson(text);
  if (body === undefined) throw new ScimMeError("malformed", "the answer is not JSON.");
  return parseScimMe(body);
}
