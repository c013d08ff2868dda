import type { Line } from "./plot.ts";
import type { Sample } from "./statistics.ts";

/** One measured figure, beside what it is to be at most. */
export interface Figure {
  what: string;
  value: number | Sample;
  unit: "×" | "ms" | "bytes" | "";
  reach?: number;
}

/** A table of what others come to; nothing in it has a reach. */
export interface Table {
  head: string[];
  rows: string[][];
}

export interface Plot {
  /** Of the file in docs/performance. */
  name: string;
  title: string;
  x: string;
  y: string;
  lines: Line[];
}

/** A chapter of docs/performance.md. */
export interface Section {
  title: string;
  /** How it was measured. */
  says: string;
  figures: Figure[];
  tables?: Table[];
  plots?: Plot[];
}
