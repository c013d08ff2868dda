import fc from "fast-check";
import { expect, test } from "vitest";
import { checks } from "../../../src/diagnose/checks.js";
import { diagnoseScimMe, type Finding } from "../../../src/diagnose/index.js";
import { anyBody, anyText } from "../../fuzz/json.js";
import { runs, timeout } from "../../fuzz/runs.js";
import { hostileBodies } from "../hostile/bodies.js";

const order = checks.map(({ check }) => check);

function look(answer: () => Response): Promise<Finding[]> {
  return diagnoseScimMe({
    endpoint: "https://scim.example.com/Me",
    tokenProvider: () => "a-good-token",
    fetch: async () => answer(),
  });
}

/** Every check once, in its order; advice for whatever is not well; nothing after a failure. */
function expectSound(findings: Finding[]): void {
  expect(findings.map(({ check }) => check)).toEqual(order);
  const failed = findings.findIndex(({ outcome }) => outcome === "failure");
  for (const [index, { outcome, says, advice }] of findings.entries()) {
    expect(says).toMatch(/^\S.*\.$/s);
    expect(says.length).toBeLessThan(10_000);
    if (outcome === "warning" || outcome === "failure") expect(advice).toMatch(/^[A-Z].*[.?]$/s);
    if (failed >= 0 && index > failed) expect(outcome).toBe("skipped");
  }
}

test("any answer is looked at without a throw", { timeout }, async () => {
  const statuses = fc.constantFrom(200, 201, 302, 400, 401, 403, 404, 409, 429, 500, 501, 503);
  const bodies = fc.oneof(
    anyText,
    anyBody.map((body) => JSON.stringify(body)),
  );
  await fc.assert(
    fc.asyncProperty(statuses, bodies, async (status, body) => {
      expectSound(await look(() => new Response(body, { status })));
    }),
    runs(300),
  );
});

const deep = "[".repeat(100_000) + "]".repeat(100_000);
test.each(
  Object.entries({
    ...hostileBodies,
    "deep schemas of nobody": `{"schemas": ${deep}}`,
    "a deep list": deep,
    "a thousand extensions": JSON.stringify({
      userName: "kim",
      ...Object.fromEntries(
        Array.from({ length: 1000 }, (_, index) => [`urn:x:${index}`, { a: 1 }]),
      ),
    }),
  }),
)("%s: does no harm", async (_, body) => {
  expectSound(await look(() => new Response(body)));
});
