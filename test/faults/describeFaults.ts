import type { Row } from "./fault.ts";

const intro = `# Faults tried, and the outcome

Each row is a test in [test/faults](../test/faults) against real servers on loopback. Its last three
columns are what was seen there: \`npm test -- e2e\` compares them with this page, and
\`npm test -- e2e -u\` writes it anew.

*Requests* are the statuses that the server answered, in order, those of changes with their method;
\`closed\` is a connection that the page closed before there was an answer, \`cut\` one that the server
closed. *State* is what \`getScimMeState\` gave, or the card showed, in order. The retries in between
took the time that [the errors table](../README.md#errors) says.
`;

const cell = (text: string) => text.replaceAll("|", "\\|") || "—";

/** One fault as a line of its table. */
export function describeFault({ fault, where, requests, state, sees }: Row): string {
  return `| ${[fault, where, requests, state, sees].map(cell).join(" | ")} |`;
}

/** The tables of all faults, as a page. */
export function describeFaults(rows: readonly Row[]): string {
  const sections = [...new Set(rows.map(({ section }) => section))].map((section) => {
    const lines = rows.filter((row) => row.section === section).map(describeFault);
    return [
      `## ${section}\n`,
      "| fault | where | requests | state | what the person sees |",
      "|---|---|---|---|---|",
      ...lines,
    ].join("\n");
  });
  return `${[intro, ...sections].join("\n")}\n`.replaceAll("|\n## ", "|\n\n## ");
}
