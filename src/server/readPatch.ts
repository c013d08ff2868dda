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
/**
 * A path that a server may read as `password`: after a dot or a slash too, where no URN goes on.
 * With `u`, because Java takes `ſ` for an `S` where case does not count, and Python `ß` for two.
 */
const PASSWORD = /(?:^|[:\s])pa(?:ss|ß)word\b|[^\w[(-]pa(?:ss|ß)word(?![\w-]|[^[]{0,99}:\w)/iu;
/** What a filter compares with (RFC 7644 §3.4.2.2), which names nothing. */
const COMPARED = / "(?:[^"\\]|\\.)*"/g;
/** A schema of users by itself (RFC 7643 §10.3), with no attribute after it. */
const SCHEMA = /^\W*urn:.*:user\W*$/iu;

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
  const text = await readText(request.clone(), LIMIT_BYTES).catch(() =>
    refuse(400, "The change has not come whole.", "invalidSyntax"),
  );
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
  if (cleanJson(Operations) !== Operations) refusePassword();
  Operations.forEach(checkOperation);
  return Operations;
}

/** Refuses what names a password, and what no server can be trusted to read as it is read here. */
function checkOperation(operation: object): void {
  // Servers differ in which spelling they read.
  const [ops = [], paths = [], values = []] = ["op", "path", "value"].map((name) =>
    Object.entries(operation).flatMap(([key, of]) => (key.toLowerCase() === name ? [of] : [])),
  );
  // Not even made text of: an object may have a `toString` that is none.
  if ([...ops, ...paths].some((name) => typeof (name ?? "") !== "string")) {
    refuse(400, "An op and a path are text.", "invalidSyntax");
  }
  const targets = paths.map((path) => String(path ?? ""));
  if (targets.some((path) => PASSWORD.test(path.replace(COMPARED, "")))) refusePassword();
  checkNames(values);
  const isPathless = !targets.length || targets.some((path) => !/\w/.test(path));
  if (ops.length && ops.every((op) => /^remove$/i.test(String(op)))) {
    if (isPathless) refuse(400, "What is removed has a path.", "noTarget");
  } else if (isPathless || targets.some((path) => SCHEMA.test(path))) {
    // WSO2 reads text in an object's place as JSON, in which anything may be.
    const isClear = (value: unknown) => isObject(value) || (value === null && !isPathless);
    if (!values.length || !values.every(isClear)) refuseText();
  }
}

/** Refuses names within a value that a server may read as paths, and text for a schema by its name. */
function checkNames(value: unknown): void {
  if (Array.isArray(value)) value.forEach(checkNames);
  for (const [name, member] of isObject(value) ? Object.entries(value) : []) {
    if (PASSWORD.test(name)) refusePassword();
    const isWhole = SCHEMA.test(name) || !/\w/.test(name);
    if (isWhole && !isObject(member) && member !== null) refuseText();
    checkNames(member);
  }
}

function refuseText(): never {
  refuse(400, "The value of what has no attribute in its path is an object.", "invalidValue");
}

function refusePassword(): never {
  refuse(400, "A password is not changed here, nor what is nested too deep.", "mutability");
}
