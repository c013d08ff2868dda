import type { Finding } from "../../../src/diagnose/index.js";

/** What a list of findings comes to: `token failure`, `json warning`; what is ok or skipped is left out. */
export function notable(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ outcome }) => outcome === "warning" || outcome === "failure")
    .map(({ check, outcome }) => `${check} ${outcome}`);
}

/** One finding, its words in one line. */
export function said(findings: readonly Finding[], wanted: Finding["check"]): string {
  const { says, advice = "" } = findings.find(({ check }) => check === wanted) as Finding;
  return `${says} ${advice}`;
}
