import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";

const folder = inject("storybookFolder");
const root = join(import.meta.dirname, "..", "..");
const read = (path: string) => readFileSync(join(folder, path), "utf8");

interface Component {
  name: string;
  summary?: string;
  description?: string;
  import?: string;
  error?: unknown;
  stories: { description?: string }[];
  reactDocgen: { props?: Record<string, { description?: string }> };
}

const manifest: { components: Record<string, Component> } = JSON.parse(
  read("manifests/components.json"),
);
const components = Object.values(manifest.components);
const own = components.filter((component) => component.import);

test("the manifest has every component, with what it is for and how to import it", () => {
  const names = ["ProfileCard", "ProtectedRoute", "SignOutButton"];
  expect([...new Set(own.map(({ name }) => name))].sort()).toEqual(names);
  for (const { name, summary, import: line } of own) {
    expect(summary).toMatch(/^[A-Z].+\.$/);
    expect(line).toBe(`import { ${name} } from "react-scim-me";`);
  }
  expect(components.filter(({ error, description }) => error || !description)).toEqual([]);
});

test("the manifest describes every prop and every story", () => {
  const props = own.flatMap(({ name, reactDocgen: { props = {} } }) =>
    Object.entries(props).map(([prop, { description }]) => ({
      prop: `${name}.${prop}`,
      description,
    })),
  );
  expect(props.length).toBeGreaterThan(40);
  expect(props.filter(({ description }) => !description)).toEqual([]);
  const stories = components.flatMap((component) => component.stories);
  expect(stories.length).toBeGreaterThan(100);
  expect(stories.filter(({ description }) => !description)).toEqual([]);
});

test("the manifests hold no token and nothing of the machine that built them", () => {
  const text = ["components", "docs"].map((name) => read(`manifests/${name}.json`)).join();
  expect(text).not.toContain(root);
  expect(text).not.toMatch(/file:\/\/|\/node_modules\/|\beyJ|Bearer [\w-]+\.[\w-]+\./);
  expect(existsSync(join(folder, "project.json")), "When it was built, and with what").toBe(false);
});

test("llms.txt lies at the root, with every page that it links to", () => {
  const text = read("llms.txt");
  expect(text).toBe(readFileSync(join(root, "llms.txt"), "utf8"));
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
  expect(links.length).toBeGreaterThan(25);
  expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
});
