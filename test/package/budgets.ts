import { type Measured, measure, measureFile } from "./measure.ts";

export interface Row {
  what: string;
  bytes: number;
  budget: number;
  modules: string[];
}

const hook = ["useScimMe", "ScimMeProvider"];

/**
 * What an app pays at most for an import: minified, gzipped, peers left out, in bytes.
 * A budget is never raised without a note in `docs/decisions/`.
 */
const imports: [names: string[], budget: number][] = [
  [["fetchScimMe"], 3_500],
  [hook, 4_500],
  [["useScimMe", "ProtectedRoute", "SignOutButton", "ProfileCard"], 8_000],
];

/** What each component may add to the hook and its provider. */
const additions: [name: string, budget: number][] = [
  ["ProtectedRoute", 1_100],
  ["SignOutButton", 900],
  ["ProfileCard", 2_200],
];

/** Measures the packed library against its budgets. */
export async function measureBudgets(folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  const bundle = (names: string[]) =>
    measure(folder, `export { ${names.join(", ")} } from "react-scim-me";`);

  for (const [names, budget] of imports) {
    rows.push(row(names.join(", "), await bundle(names), budget));
  }
  const { bytes: base } = await bundle(hook);
  for (const [name, budget] of additions) {
    const whole = await bundle([...hook, name]);
    rows.push(row(`+ ${name}`, { ...whole, bytes: whole.bytes - base }, budget));
  }
  const english = await measure(folder, 'export * from "react-scim-me/locales/en";');
  rows.push(row("locales/en", english, 1_500));
  rows.push(row("styles.css", measureFile(folder, "dist/styles.css"), 1_500));
  return rows;
}

/** The rows as a table for people. */
export function table(rows: Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const line = (what: string, bytes: string, budget: string) =>
    `  ${what.padEnd(width)}  ${bytes.padStart(8)}  ${budget.padStart(8)}`;
  return [
    line("min + gzip, peers external", "bytes", "at most"),
    ...rows.map(({ what, bytes, budget }) => line(what, `${bytes}`, `${budget}`)),
  ].join("\n");
}

function row(what: string, { bytes, modules }: Measured, budget: number): Row {
  return { what, bytes, budget, modules };
}
