import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { codeFlow } from "./codeFlow.ts";
import type { ScimPolicy } from "./scimPolicy.ts";
import { type Identity, startIdentity } from "./startIdentity.ts";

const app = "http://localhost:5173";
const redirectUri = `${app}/callback`;
const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const WSO2 = "urn:scim:wso2:schema";
let identity: Identity;
let token: string;

beforeAll(async () => {
  identity = await startIdentity({ allowedOrigins: [app], redirectUris: [redirectUri] });
  token = (await codeFlow(identity, redirectUri).signIn("sam")).access_token;
});
afterEach(() => {
  identity.policy.scim = {};
  identity.restorePeople();
});
afterAll(() => identity.close());

const decide = (scim: ScimPolicy) => {
  identity.policy.scim = scim;
};

async function me(init: RequestInit = {}) {
  const headers = { Authorization: `Bearer ${token}`, Origin: app, ...init.headers };
  const response = await fetch(identity.meEndpoint, { ...init, headers });
  const text = await response.text();
  return { response, text, body: text ? JSON.parse(text) : undefined };
}

const patch = (value: object, headers: Record<string, string> = {}) =>
  me({
    method: "PATCH",
    headers: { "Content-Type": "application/scim+json", ...headers },
    body: JSON.stringify({ schemas: [PATCH_OP], Operations: [{ op: "replace", value }] }),
  });

test.each(["strong", "weak"] as const)("A %s entity tag changes with the person", async (kind) => {
  decide({ entityTags: kind });
  const { response, body } = await me();
  const tag = response.headers.get("ETag") ?? "";
  expect(tag).toMatch(kind === "weak" ? /^W\/"[\w-]+"$/ : /^"[\w-]+"$/);
  expect(body.meta.version).toBe(tag);
  expect((await me()).response.headers.get("ETag")).toBe(tag);
  const changed = await patch({ title: "Architect" }, { "If-Match": tag });
  expect(changed.response.status).toBe(200);
  expect(changed.response.headers.get("ETag")).not.toBe(tag);
  const stale = await patch({ title: "Author" }, { "If-Match": tag });
  expect([stale.response.status, stale.body.status]).toEqual([412, "412"]);
  expect((await me()).body.title).toBe("Architect");
});

test("A server that demands a version answers 428 to a change that names none", async () => {
  decide({ entityTags: "strong", demandsIfMatch: true });
  expect((await patch({ title: "Architect" })).response.status).toBe(428);
});

test("Only where there are versions may a page read and name them", async () => {
  const rules = async () => {
    const { response } = await me();
    const preflight = await me({ method: "OPTIONS" });
    return [
      response.headers.get("ETag"),
      response.headers.get("Access-Control-Expose-Headers")?.includes("ETag"),
      preflight.response.headers.get("Access-Control-Allow-Headers")?.includes("If-Match"),
    ];
  };
  expect(await rules()).toEqual([null, false, false]);
  decide({ entityTags: "strong" });
  expect(await rules()).toEqual([expect.any(String), true, true]);
});

test("A change can be answered with 204", async () => {
  decide({ answers: "no content" });
  const { response, text } = await patch({ title: "Architect" });
  expect([response.status, text]).toEqual([204, ""]);
  expect((await me()).body.title).toBe("Architect");
});

test.each([
  ["cut", "terminated"],
  ["dropped", "fetch failed"],
] as const)(
  "A change can be made and its answer %s, which the log tells",
  async (answers, error) => {
    decide({ answers });
    await expect(patch({ title: "Architect" })).rejects.toThrow(error);
    expect((await me()).body.title).toBe("Architect");
    expect(identity.requests).toContainEqual(
      expect.objectContaining({ method: "PATCH", status: 0 }),
    );
  },
);

test("A new address waits beside the old one until it is confirmed", async () => {
  decide({ verifiesEmails: true });
  const before = (await me()).body;
  const work = { type: "work", primary: true };
  const emails = [{ ...work, value: "new@example.com" }];
  const { response, body } = await patch({ emails, title: "Architect" });
  expect(response.status).toBe(200);
  expect(body).toMatchObject({ emails: before.emails, title: "Architect" });
  const waiting = { country: "US", pendingEmails: [{ value: "new@example.com" }] };
  expect(body[WSO2]).toEqual(waiting);
  expect((await patch({ title: "Author" })).body[WSO2]).toEqual(waiting);
  identity.confirmEmail("sam");
  expect((await me()).body).toMatchObject({ emails, [WSO2]: { country: "US" } });
  expect((await me()).body[WSO2]).not.toHaveProperty("pendingEmails");
});

test.each([
  ["forbidden", 403, undefined],
  ["mutability", 400, "mutability"],
] as const)("A change can be refused as %s, and is not made", async (refuses, status, scimType) => {
  decide({ refuses });
  const { response, body } = await patch({ title: "Architect" });
  expect(response.status).toBe(status);
  expect(body.scimType).toBe(scimType);
  expect((await me()).body.title).toBe("Product Designer");
});
