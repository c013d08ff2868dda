import { isObject } from "../scim/readValues.js";
import { applyPatch, firstAttribute, type PatchOperation } from "./applyPatch.js";
import type { ScimMeScenario } from "./ScimMeScenario.js";
import { scimError } from "./scimError.js";

type Attributes = Record<string, unknown>;

/** What a PATCH answers: a status, a body, and the person as they are afterwards. */
export interface PatchAnswer {
  status: number;
  body: Attributes;
  person: Readonly<Attributes>;
}

const patchOp = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const wso2 = "urn:scim:wso2:schema";
/** What somebody else wrote in the meantime, in the scenario of a conflict. */
const elsewhere = { title: "Senior Tour Guide" };

/** Answers a PATCH of a person as a scenario says (RFC 7644 §3.5.2). */
export async function answerPatch(
  request: Request,
  scenario: ScimMeScenario,
  person: Readonly<Attributes>,
): Promise<PatchAnswer> {
  const refuse = (status: number, detail: string, scimType?: string): PatchAnswer => ({
    status,
    body: scimError(status, detail, scimType),
    person,
  });
  const operations = await readOperations(request);
  if (operations === null) return refuse(400, "The body is not a PatchOp.", "invalidSyntax");
  const { update } = scenario;
  if (update?.outcome === "refused") {
    const attribute = firstAttribute(operations);
    return refuse(update.status, `Attribute "${attribute}" is read-only.`, "mutability");
  }
  if (update?.outcome === "conflict" && person.title !== elsewhere.title) {
    const refusal = refuse(update.status, "The profile was changed by someone else meanwhile.");
    return { ...refusal, person: { ...person, ...elsewhere } };
  }
  const result = applyPatch(person, operations);
  if (!("person" in result)) return refuse(400, result.detail, result.scimType);
  const isPending = update?.outcome === "pending";
  const after = isPending ? keepEmailPending(person, result.person) : result.person;
  return { status: 200, body: after, person: after };
}

async function readOperations(request: Request): Promise<PatchOperation[] | null> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/(scim\+)?json\b/i.test(type)) return null;
  const body: unknown = await request.json().catch(() => null);
  if (typeof body !== "object" || body === null) return null;
  const { schemas, Operations } = body as Attributes;
  if (!Array.isArray(schemas) || !schemas.includes(patchOp)) return null;
  return Array.isArray(Operations) && Operations.length && Operations.every(isObject)
    ? Operations
    : null;
}

function keepEmailPending(before: Readonly<Attributes>, after: Attributes): Attributes {
  const known = addresses(before);
  const pendingEmails = addresses(after).filter((value) => !known.includes(value));
  if (pendingEmails.length === 0) return after;
  const extension = { ...(after[wso2] as Attributes | undefined) };
  extension.pendingEmails = pendingEmails.map((value) => ({ value }));
  return { ...after, emails: before.emails, [wso2]: extension };
}

function addresses(person: Readonly<Attributes>): string[] {
  const emails = Array.isArray(person.emails) ? person.emails : [];
  return emails.map((email: unknown) =>
    typeof email === "string" ? email : String((email as Attributes | null)?.value),
  );
}
