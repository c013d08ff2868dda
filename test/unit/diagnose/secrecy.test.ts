import { expect, test } from "vitest";
import { diagnoseScimMe } from "../../../src/diagnose/index.js";
import { exampleMe } from "../../../src/mocks/index.js";
import { errors } from "../../servers/errors.js";
import { said } from "./notable.js";

const token = "s3cret-token-of-one-person";

function look(response: () => Response, endpoint = "https://scim.example.com/Me") {
  const tokenProvider = () => token;
  return diagnoseScimMe({ endpoint, tokenProvider, fetch: async () => response() });
}

test("a token in the URL's path, or sent back as a name or a scope, is in no finding", async () => {
  const inPath = await look(() => Response.json(exampleMe), `https://scim.example.com/${token}/Me`);
  expect(said(inPath, "endpoint")).toContain("https://scim.example.com/[token]/Me");
  const name = token.replaceAll("-", "_");
  const asName = await diagnoseScimMe({
    ...{ endpoint: "https://scim.example.com/Me", tokenProvider: () => name },
    fetch: async () => Response.json({ ...exampleMe, [name]: 1 }),
  });
  const challenge = { "WWW-Authenticate": `Bearer scope="${token}"` };
  const asScope = await look(() => new Response(null, { status: 403, headers: challenge }));
  expect(JSON.stringify([inPath, asName, asScope])).not.toMatch(/s3cret/);
});

test.each(errors)("$server, $deviation: no word of it is told", async (row) => {
  const { status, headers = {}, body = "", expected } = row;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const findings = await look(() => new Response(text, { status, headers }), row.endpoint);
  expect(findings.find(({ outcome }) => outcome === "failure")?.advice).toBeTruthy();
  if (expected.detail) expect(JSON.stringify(findings)).not.toContain(expected.detail);
});
