import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Manifests {
  components?: { components: Record<string, { name: string; import?: string; error?: unknown }> };
}

/** What can be imported and is no type. */
const exported = readFileSync(join(import.meta.dirname, "../src/index.ts"), "utf8")
  .replace(/export type \{[^}]*\}/g, "")
  .replace(/\btype \w+/g, "");

/**
 * The component manifest for coding agents: with the imports that an app can write, without the
 * stories that have no component, and without the place of the checkout.
 */
export function experimental_manifests(manifests: Manifests = {}): Manifests {
  const { components } = manifests;
  if (!components) return manifests;
  const entries = Object.entries(components.components)
    .filter(([, { error }]) => !error)
    .map(([id, component]) => [id, { ...component, import: importOf(component) }]);
  const told = { ...components, components: Object.fromEntries(entries) };
  const text = JSON.stringify({ ...manifests, components: told }, (key, value) =>
    key === "definedInFile" ? undefined : value,
  );
  return JSON.parse(text);
}

function importOf({ name }: { name: string }): string | undefined {
  if (!new RegExp(`\\b${name}\\b`).test(exported)) return undefined;
  return `import { ${name} } from "react-scim-me";`;
}
