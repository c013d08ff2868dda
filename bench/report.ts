import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, platform, totalmem } from "node:os";
import { join } from "node:path";
import { drawPlot } from "./plot.ts";
import type { Figure, Section, Table } from "./Section.ts";

const root = join(import.meta.dirname, "..");
const docs = join(root, "docs");

/** What the figures were measured with. */
export interface Circumstances {
  quick: boolean;
  chromium: string;
  versions: Record<string, string>;
}

/** Writes docs/performance.md and its plots. */
export function writeReport(sections: Section[], circumstances: Circumstances): void {
  const folder = join(docs, "performance");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const plot of sections.flatMap(({ plots = [] }) => plots)) {
    writeFileSync(join(folder, `${plot.name}.svg`), drawPlot(plot));
  }
  const text = [
    "# Performance",
    "What the kit costs an app, beside what people would otherwise install or write.",
    intro(sections, circumstances),
    misses(sections),
    ...sections.map(chapter),
  ];
  writeFileSync(join(docs, "performance.md"), `${text.join("\n\n")}\n`);
}

function intro(sections: Section[], { quick, chromium, versions }: Circumstances): string {
  const [cpu] = cpus();
  const held = sections.flatMap(({ figures }) => figures).filter(({ reach }) => reach);
  const used = Object.entries({ ...versions, Chromium: chromium, Node: process.versions.node });
  return `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, at commit ${commit()}${
    quick ? ", with `--quick`: few repetitions, so that the figures only show the direction" : ""
  }. Run it again on your machine: it measures everything anew, side by side, and writes this page.

Machine: ${cpus().length} × ${cpu?.model.trim() ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()}. ${used
    .map(([name, version]) => `${name} ${version}`)
    .join(", ")}.

Ratios (×) are of pairs measured in turn, one right after the other; the value is the median, and the
middle half of all pairs stands beside it. *Reach* is what the kit is to come to at most. ${held.length} figures
have one; ${held.filter(isMissed).length} miss it.`;
}

function commit(): string {
  return execFileSync("git", ["rev-parse", "--short", "HEAD"], {
    cwd: root,
    encoding: "utf8",
  }).trim();
}

function misses(sections: Section[]): string {
  const rows = sections.flatMap(({ title, figures }) =>
    figures
      .filter(isMissed)
      .map((figure) => [title, figure.what, measured(figure), format(figure.reach ?? 0, figure)]),
  );
  if (!rows.length) return "Every figure is within its reach.";
  return `## What misses its reach\n\n${tableOf({ head: ["", "", "measured", "reach"], rows })}\n\nWhy, and what would close it: see [the note on them](decisions/what-misses-its-reach.md).`;
}

/** A section's text: its tables, and where its plots are drawn. */
export function chapter({ title, says, figures, tables = [], plots = [] }: Section): string {
  const rows = figures.map((figure) => {
    const { what, value, reach } = figure;
    const middle =
      typeof value === "number"
        ? ""
        : `${format(value.low, figure)} to ${format(value.high, figure)}`;
    const verdict = reach === undefined ? "" : isMissed(figure) ? "**missed**" : "met";
    const limit = reach === undefined ? "" : format(reach, figure);
    return [what, measured(figure), middle, limit, verdict];
  });
  const head = ["", "measured", "middle half", "reach", ""];
  return [
    `## ${title}`,
    says,
    ...(rows.length ? [tableOf({ head, rows })] : []),
    ...tables.map(tableOf),
    ...plots.map((plot) => `![${plot.title}](performance/${plot.name}.svg)`),
  ].join("\n\n");
}

function isMissed({ value, reach }: Figure): boolean {
  const median = typeof value === "number" ? value : value.median;
  return reach !== undefined && !(median <= reach);
}

function measured(figure: Figure): string {
  const { value } = figure;
  return format(typeof value === "number" ? value : value.median, figure);
}

function format(value: number, { unit }: Figure): string {
  if (unit === "×") return `${value.toFixed(2)} ×`;
  if (unit === "ms") return `${value.toFixed(1)} ms`;
  return value.toLocaleString("en");
}

function tableOf({ head, rows }: Table): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The installed versions of what is measured. */
export function versionsOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const manifest = join(root, "node_modules", name, "package.json");
      return [name, JSON.parse(readFileSync(manifest, "utf8")).version as string];
    }),
  );
}
