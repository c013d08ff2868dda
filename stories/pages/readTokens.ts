/** A custom property that a host can set. */
export interface Token {
  name: string;
  /** What it is for. */
  what: string;
  light: string;
  /** The same as `light` where the scheme makes no difference. */
  dark: string;
}

/** What the style sheet takes from a host, with its own defaults, and what the guide says of it. */
export function readTokens(css: string, guide: string): Token[] {
  const tokens = new Map<string, Token>();
  for (const [, name = "", value = ""] of css.matchAll(/var\((--scim-[\w-]+), ([^;]+)\);/g)) {
    const [, light, dark] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value) ?? [];
    const known = tokens.get(name);
    // A color that borders of controls have a default of their own for.
    if (known && (known.light !== known.dark || !light)) continue;
    const what = new RegExp(`^\\|[^|]*\`${name}\`[^|]*\\| ([^|]+) \\|`, "m").exec(guide)?.[1] ?? "";
    tokens.set(name, { name, what, light: light ?? value, dark: dark ?? value });
  }
  return [...tokens.values()];
}
