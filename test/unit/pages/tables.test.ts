// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readScimError } from "../../../src/scim/readScimError.js";
import { asWritten } from "../../../stories/asWritten.ts";
import { interfaceOf } from "../../../stories/pages/interfaceOf.ts";
import { readChanges } from "../../../stories/pages/readChanges.ts";
import { readTokens } from "../../../stories/pages/readTokens.ts";

const root = join(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

test("every custom property of the style sheet is in the table, with what the guide says of it", () => {
  const css = read("src/styles/tokens.css");
  const tokens = readTokens(css, read("docs/theming.md"));
  const used = new Set(css.match(/--scim-[\w-]+/g));
  expect(tokens.map(({ name }) => name).sort()).toEqual([...used].sort());
  expect(tokens.filter(({ what, light, dark }) => !what || !light || !dark)).toEqual([]);
  const [scheme] = readTokens(
    "--_a: var(--scim-a, light-dark(#000, #fff));",
    "| `--scim-a` | A. |",
  );
  expect(scheme).toEqual({ name: "--scim-a", what: "A.", light: "#000", dark: "#fff" });
});

test("what changed is found in the changelog and in what waits for a release", () => {
  const waiting = readdirSync(join(root, ".changeset"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => read(`.changeset/${name}`));
  for (const name of ["ProfileCard", "ProtectedRoute", "SignOutButton"]) {
    const changes = readChanges(name, read("CHANGELOG.md"), waiting);
    expect(changes.at(-1)?.version).toBe("0.1.0");
    expect(changes.flatMap(({ notes }) => notes).filter((note) => !note.includes(name))).toEqual(
      [],
    );
  }
  const [next] = readChanges("Card", "## 1.0.0\n\n- a1b2c3d: A Card.\n- Other.", [
    '---\n"kit": minor\n---\n\nA better Card.\n',
    '---\n"kit": minor\n---\n\nA Cardigan.\n',
  ]);
  expect(next).toEqual({ version: "Next", notes: ["A better Card."] });
});

test("an interface is shown with what is said about it", () => {
  const text = interfaceOf(read("src/query/useSignOut.ts"), "UseSignOutResult");
  expect(text).toMatch(
    /^\/\*\* What `useSignOut` returns\. \*\/\nexport interface UseSignOutResult/,
  );
  expect(text).toMatch(/error: Error \| null;\n}$/);
  expect(() => interfaceOf(text, "Other")).toThrow("There is no interface Other.");
});

test("an example is shown with the imports that an app has", () => {
  const tests = ["ProfileCard", "Mocks"].map((name) => `test/unit/pages/${name}.example.test.tsx`);
  for (const file of [...tests, "stories/App.example.tsx", "stories/live/Leave.example.tsx"]) {
    expect(asWritten(read(file))).not.toMatch(/from "[^"]*(\.\.\/|\.[jt]sx?")/);
  }
});

test("a test that is shown brings the matchers that it uses", () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.includes(".example.test."));
  const matchers = /\.to(BeVisible|HaveTextContent)\(/;
  const shown = files
    .map((name) => read(`test/unit/pages/${name}`))
    .filter((text) => matchers.test(text));
  expect(shown).toHaveLength(3);
  for (const text of shown) expect(text).toContain('import "@testing-library/jest-dom/vitest";');
});

test("both tables of errors name the statuses by which a change is refused", () => {
  const [, ...rows] = read("stories/ErrorTable.tsx").split(/^ {2}"?(?=[\w-]+"?: \{$)/m);
  const pages = [
    rows,
    read("README.md")
      .split("\n")
      .filter((line) => line.startsWith("| `")),
  ];
  for (const status of Array.from({ length: 100 }, (_, index) => 400 + index)) {
    const { reason } = readScimError({ status, headers: new Headers() }, "", "PATCH /Me", true, []);
    if (reason !== "invalid" && reason !== "conflict") continue;
    for (const page of pages) {
      expect(page.find((row) => row.replace("| `", "").startsWith(reason))).toContain(`${status}`);
    }
  }
});
