import { cleanJson } from "../scim/cleanJson.js";
import { meChange } from "../scim/meChange.js";
import type { MeChange } from "../scim/RequestMeOptions.js";
import { readText } from "../scim/readText.js";
import { isObject } from "../scim/readValues.js";
import { refuse } from "./refuse.js";

/** Room for a photo in a `data:` URL. */
const LIMIT_BYTES = 1024 * 1024;
const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const JSON_TYPE = /^application\/(?:scim\+)?json\s*(?:;|$)/i;
const PASSWORD = /(?:^|[:\s])password\b/i;

/**
 * Reads a PatchOp message (RFC 7644 §3.5.2) and makes the one that is sent: operations only.
 *
 * @throws {ScimMeError} `invalid`.
 */
export async function readPatch(request: Request): Promise<MeChange> {
  if (!JSON_TYPE.test(request.headers.get("Content-Type") ?? "")) {
    refuse(415, "A change is application/scim+json or application/json.");
  }
  // A copy: the token provider may want to read the request itself.
  const text = await readText(request.clone(), LIMIT_BYTES);
  if (text === undefined) refuse(413, "A change has at most 1 MiB.");
  const Operations = readOperations(text);
  const body = JSON.stringify({ schemas: [PATCH_OP], Operations });
  return meChange("PATCH", body, request.headers.get("If-Match"));
}

function readOperations(text: string): object[] {
  let Operations: unknown;
  try {
    ({ Operations } = Object(JSON.parse(text)));
  } catch {
    // Said below: what is not JSON has no operations.
  }
  if (!Array.isArray(Operations) || !Operations.length || !Operations.every(isObject)) {
    refuse(400, "A change is an object with a list of Operations.", "invalidSyntax");
  }
  // A page that was taken over must not gain the account for good.
  if (cleanJson(Operations) !== Operations || Operations.some(namesPassword)) {
    refuse(400, "A password is not changed here, nor what is nested too deep.", "mutability");
  }
  return Operations;
}

function namesPassword(operation: object): boolean {
  return Object.entries(operation).some(
    ([key, value]) => /^path$/i.test(key) && PASSWORD.test(String(value)),
  );
}
