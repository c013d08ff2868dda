import type { ArgTypesEnhancer } from "storybook/internal/csf";

interface Docgen {
  props?: Record<string, { description?: string; tsType?: { name: string; raw?: string } }>;
}

/**
 * Types and defaults as they are written, the component's own props before those it inherits.
 *
 * react-docgen calls every optional prop a "union", and reads defaults from code alone.
 */
export const describeTypes: ArgTypesEnhancer = ({ argTypes, component }) => {
  const { props = {} } = (component as { __docgenInfo?: Docgen } | null)?.__docgenInfo ?? {};
  const described = Object.entries(argTypes).map(([name, argType]) => {
    const { description = "", tsType } = props[name] ?? {};
    const type = tsType?.raw?.replace(/\s*\|\s*undefined$/, "").replace(/^\((.*)\)$/s, "$1");
    const value = /^@default\s+(.+)$/m.exec(description)?.[1];
    const table = {
      ...argType.table,
      ...(type && { type: { summary: type } }),
      ...(value && { defaultValue: { summary: value } }),
    };
    return [name, { ...argType, table }] as const;
  });
  const isInherited = (name: string) => inherited.includes(name);
  described.sort(([a], [b]) => Number(isInherited(a)) - Number(isInherited(b)));
  return Object.fromEntries(described);
};

/** How to reach `/Me`: the same for every component. */
const inherited = [
  ...["endpoint", "tokenProvider", "subject", "pending", "timeoutMs", "attributes"],
  ...["excludedAttributes", "scopeHint", "fetch"],
];
