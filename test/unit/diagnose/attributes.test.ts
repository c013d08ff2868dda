import { expect, test } from "vitest";
import { diagnoseScimMe } from "../../../src/diagnose/index.js";
import { exampleMe } from "../../../src/mocks/index.js";
import { users } from "../../servers/users.js";
import { notable, said } from "./notable.js";

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

function look(body: unknown) {
  return diagnoseScimMe({
    endpoint: "https://scim.example.com/Me",
    tokenProvider: () => "a-good-token",
    fetch: async () => Response.json(body),
  });
}

test("what is recognised, what is an extension and what is neither is told by name", async () => {
  const findings = await look({
    ...exampleMe,
    "urn:scim:wso2:schema": { country: "PT", emailVerified: "true" },
    favouriteColour: "green",
    emptyOne: [],
  });
  expect(notable(findings)).toEqual([]);
  const words = said(findings, "attributes");
  expect(words).toContain("Recognised: schemas, emails, phoneNumbers, groups, photos, ");
  expect(words).toContain("Of the Enterprise extension: employeeNumber, organization, ");
  expect(words).toContain("Of urn:scim:wso2:schema: country, emailVerified.");
  expect(words).toContain("Not of RFC 7643, and kept in raw: favouriteColour.");
});

test("what a profile would miss is a warning", async () => {
  const findings = await look({ schemas: exampleMe.schemas, userName: "kim" });
  expect(notable(findings)).toEqual(["attributes warning"]);
  expect(said(findings, "attributes")).toMatch(/Missing: id \(.*\); a name: .*; emails\./);
});

test("names that are no attribute names are counted, not told", async () => {
  const findings = await look({ ...exampleMe, "kim@example.com": 1, "Kim Berry": 2, __proto: 3 });
  expect(said(findings, "attributes")).toContain("3 whose names are no attribute names");
  const many = Array.from({ length: 30 }, (_, index) => [`own${index}`, "x"]);
  const more = await look({ ...exampleMe, ...Object.fromEntries(many) });
  expect(said(more, "attributes")).toContain("own19 and 10 more.");
});

test.each<[string, object, string]>([
  ["a boolean as text", { active: "True" }, "active (text for a boolean)"],
  ["a number for an id", { id: 42 }, "id (a number for text)"],
  ["bare emails", { emails: ["kim@example.com"] }, "emails[] (text for an object)"],
  [
    "a bare email among objects",
    { emails: [{ value: "a@example.com" }, "b@example.com"] },
    "emails[] (text for an object)",
  ],
  ["a joined list", { groups: "a,b" }, "groups (text for a list)"],
  [
    "one in a list's place",
    { emails: { value: "a@example.com" } },
    "emails (an object for a list)",
  ],
  [
    "primary as text",
    { emails: [{ value: "a@example.com", primary: "true" }] },
    "emails[].primary (text for a boolean)",
  ],
  ["a list for a name", { name: [{ givenName: "Kim" }] }, "name (a list for an object)"],
  ["a wrapped user name", { userName: [{ value: "kim" }] }, "userName (a list for text)"],
  ["another spelling", { userName: undefined, username: "kim" }, "userName (spelled otherwise)"],
  ["another spelling within", { name: { givenname: "Kim" } }, "name.givenName (spelled otherwise)"],
  ["no schemas", { schemas: [""] }, "schemas (missing)"],
  [
    "a list for a manager",
    { [ENTERPRISE]: { manager: [{ value: "1" }] } },
    "enterprise.manager (a list for an object)",
  ],
])("%s is read, and mentioned", async (_, deviation, words) => {
  const findings = await look({ ...exampleMe, ...deviation });
  expect(notable(findings)).toContain("values warning");
  expect(said(findings, "values")).toContain(`Read in spite of their form: ${words}.`);
});

test("a password in an answer is told, and not shown", async () => {
  const findings = await look({ ...exampleMe, Password: "hunter22" });
  expect(notable(findings)).toEqual(["values warning"]);
  expect(said(findings, "values")).toContain("The answer holds a password.");
  expect(JSON.stringify(findings)).not.toContain("hunter22");
});

test.each(users)("$server, $deviation: nobody's values are told", async ({ body }) => {
  const findings = await look(body);
  expect(notable(findings).filter((each) => each.endsWith("failure"))).toEqual([]);
  const words = findings.map(({ says, advice }) => `${says} ${advice}`).join("\n");
  const told = valuesIn(body).filter((value) => words.includes(value));
  expect(told).toEqual([]);
});

/** The texts in a body that could tell who it is: schemas' names and single words of SCIM could not. */
function valuesIn(value: unknown): string[] {
  if (typeof value === "string" || typeof value === "number") {
    const text = String(value);
    return text.length < 5 || /^(?:urn:|mobile$|photo$|direct$|default$|group)/i.test(text)
      ? []
      : [text];
  }
  return value && typeof value === "object" ? Object.values(value).flatMap(valuesIn) : [];
}
