import { join } from "node:path";
import { listFiles } from "../listFiles.ts";
import { type Measured, measure, measureFile } from "./measure.ts";

export interface Row {
  what: string;
  bytes: number;
  /** What it may cost today. */
  ceiling: number;
  /** What it is to cost once it has been made smaller. */
  goal: number;
  modules: string[];
}

const hook = ["useScimMe", "ScimMeProvider"];

/**
 * What an app pays for an import: minified, gzipped, peers left out, in bytes. A ceiling follows
 * every saving down and is never raised without a note: see `docs/decisions/size-ceilings.md`.
 */
const imports: [names: string[], ceiling: number, goal: number][] = [
  [["fetchScimMe"], 5_110, 3_500],
  [hook, 8_570, 4_500],
  [["useScimMe", "ProtectedRoute", "SignOutButton", "ProfileCard"], 16_850, 8_000],
];

/** What each component may add to the hook and its provider. */
const additions: [name: string, ceiling: number, goal: number][] = [
  ["ProtectedRoute", 2_890, 1_100],
  ["SignOutButton", 730, 900],
  ["ProfileCard", 7_250, 2_200],
  ["useUpdateScimMe", 3_220, 1_500],
];

/**
 * What a catalogue may cost. Each but English holds the form's words too, some 900 bytes, and a
 * letter of another script takes two or three bytes.
 */
const locales: Record<string, number> = {
  ...{ en: 1_000, "en-XA": 2_000 },
  ...{ de: 1_950, es: 1_900, fr: 1_950, "pt-BR": 1_800 },
  ...{ ar: 2_150, he: 1_950, hi: 2_250, ja: 2_150, si: 2_300, ta: 2_250, "zh-CN": 2_000 },
};
const localeGoal = 1_500;

/** Measures the packed library against its budgets. */
export async function measureBudgets(folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  const bundle = (names: string[]) =>
    measure(folder, `export { ${names.join(", ")} } from "react-scim-me";`);

  for (const [names, ceiling, goal] of imports) {
    rows.push(row(names.join(", "), await bundle(names), ceiling, goal));
  }
  const { bytes: base } = await bundle(hook);
  for (const [name, ceiling, goal] of additions) {
    const whole = await bundle([...hook, name]);
    rows.push(row(`+ ${name}`, { ...whole, bytes: whole.bytes - base }, ceiling, goal));
  }
  const { lazyBytes } = await bundle([...hook, "ProfileCard", "useUpdateScimMe"]);
  const form = { bytes: lazyBytes, lazyBytes, modules: [] };
  rows.push(row("the editing form, loaded when opened", form, 7_610, 4_000));
  for (const file of listFiles(join(folder, "dist/locales"))) {
    const [, tag] = /^(.*)\.js$/.exec(file) ?? [];
    if (!tag) continue;
    const catalogue = await measure(folder, `export * from "react-scim-me/locales/${tag}";`);
    rows.push(row(`locales/${tag}`, catalogue, locales[tag] ?? localeGoal, localeGoal));
  }
  rows.push(row("styles.css", measureFile(folder, "dist/styles.css"), 2_800, 1_500));
  return rows;
}

/** The rows as a table for people. */
export function table(rows: Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const line = (what: string, ...columns: (string | number)[]) =>
    `  ${what.padEnd(width)}${columns.map((column) => `${column}`.padStart(9)).join("")}`;
  return [
    line("min + gzip, peers external", "bytes", "ceiling", "goal"),
    ...rows.map(({ what, bytes, ceiling, goal }) => line(what, bytes, ceiling, goal)),
  ].join("\n");
}

/** What to do about a row that is over its ceiling. */
export const cure =
  "Make it smaller, or raise its ceiling in test/package/budgets.ts with a row in " +
  "docs/decisions/size-ceilings.md that says what for. A new language needs a ceiling of its own.";

function row(what: string, { bytes, modules }: Measured, ceiling: number, goal: number): Row {
  return { what, bytes, ceiling, goal, modules };
}
