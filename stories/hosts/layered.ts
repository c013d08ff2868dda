/** A sheet as `@import "…" layer(name)` brings it. */
export function layered(name: string, css: string): string {
  return `@layer ${name} { ${css} }`;
}
