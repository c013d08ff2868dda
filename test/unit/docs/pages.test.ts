import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { listFiles } from "../../listFiles.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const pages = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md"],
  ...["examples", "test"].flatMap((parent) =>
    readdirSync(join(root, parent))
      .map((name) => `${parent}/${name}/README.md`)
      .filter((path) => existsSync(join(root, path))),
  ),
  ...listFiles(join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];
const contributing = read("CONTRIBUTING.md");

/** What a link calls each heading of a page, on GitHub. */
function anchors(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test.each(pages)("the links of %s lead to files and headings that exist", (page) => {
  const links = [...read(page).matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  const dead = links
    .filter(([, path = "", anchor]) => {
      const target = path ? join(dirname(page), path) : page;
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchors(target).includes(anchor);
    })
    .map(([link]) => link);
  expect(dead).toEqual([]);
});

test("every decision is in the index of decisions", () => {
  const index = read("docs/decisions/README.md");
  const notes = readdirSync(join(root, "docs/decisions")).filter((name) => name !== "README.md");
  const missing = notes.filter((name) => !index.includes(`(${name})`));
  expect(missing, "Each needs a line in docs/decisions/README.md").toEqual([]);
});

test("CONTRIBUTING.md says what every room of src and test is for, and of none that is not there", () => {
  // `src/components/X/` stands for a folder for each component.
  const said = [...contributing.matchAll(/^((?:[\w.-]+\/)+)(?:X\/)? /gm)].map(([, path = ""]) =>
    path.replace(/X\/$/, ""),
  );
  const rooms = ["src", "test"].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${parent}/${name}/`),
  );
  const missing = rooms.filter((room) => !said.includes(room));
  expect(missing, "Each needs a line under Where things are").toEqual([]);
  expect(said.filter((room) => !existsSync(join(root, room)))).toEqual([]);
});

test("every script is said in CONTRIBUTING.md, and every command of a page is a script", () => {
  const commands = (text: string) =>
    [...text.matchAll(/`npm (?:run )?([\w:-]+)/g)].map(([, name = ""]) => name);
  const known = Object.keys(manifest.scripts);
  const said = commands(`${contributing} ${read("README.md")}`);
  // `npx changeset` is what people write.
  const unsaid = known.filter((name) => ![...said, "changeset"].includes(name));
  expect(unsaid, "Each needs a line under Commands").toEqual([]);
  // `dev` is an example's own.
  const foreign = ["ci", "install", "dev"];
  const wrong = pages.flatMap((page) =>
    commands(read(page)).filter((name) => ![...known, ...foreign].includes(name)),
  );
  expect(wrong).toEqual([]);
});
