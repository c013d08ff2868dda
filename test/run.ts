import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

const root = join(import.meta.dirname, "..");
const results = join(root, "artifacts", "results");

interface Step {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Vitest counts its tests; every other command is one. */
  counts?: boolean;
  /** It is first in the second row, which runs beside the first. */
  isBeside?: boolean;
}

interface Outcome {
  name: string;
  passed: number;
  failed: number;
  /** A line for each, with the first of what it says. */
  failures: string[];
  seconds: number;
}

/** What is read of Vitest's report. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

const vitest = (name: string, projects = [name], more: Partial<Step> = {}): Step => ({
  name,
  command: "vitest",
  args: ["run", ...projects.map((project) => `--project=${project}`)],
  counts: true,
  ...more,
});

/** With a page that shows the pictures that differ. */
const stories = (name: string, more?: Partial<Step>): Step => {
  const step = vitest(name, ["stories-*"], more);
  return { ...step, args: [...step.args, "--reporter=./test/visual/PictureReporter.ts"] };
};

const steps: Step[] = [
  { name: "lint", command: "biome", args: ["check", "--error-on-warnings", "."] },
  { name: "types", command: "tsc", args: ["--noEmit"] },
  vitest("unit", ["unit-node", "unit", "unit-alone"]),
  vitest("storybook"),
  stories("stories"),
  // Both of these make the package, which the two below find made.
  vitest("package", ["package"], { isBeside: true }),
  vitest("e2e", ["e2e"], { isBeside: true }),
  vitest("recipes"),
  // The least of installations, and the oldest React.
  vitest("two-hosts", ["hosts"], { env: { HOSTS: "esbuild,react-18" } }),
];

/** What runs by name only. */
const more: Step[] = [
  // The stories that have pictures, which `-u` takes anew.
  stories("visual", { env: { STORY_TAGS: "visual" } }),
  // What is around the kit elsewhere: these three are `npm run test:hosts`.
  vitest("unit-oldest-peers", ["unit-oldest-peers", "unit-oldest-peers-alone"]),
  vitest("visual-tests"),
  vitest("hosts"),
];

/** `isWatched`: its output comes as it is written, and not when it is over. */
async function run(step: Step, isWatched: boolean, options: string[]): Promise<Outcome> {
  const report = join(results, `${step.name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = step.counts ? [...step.args, ...reporters, ...options] : step.args;
  rmSync(report, { force: true });

  console.log(`\n▶ ${step.name}${isWatched ? "" : ", beside the others"}`);
  const start = performance.now();
  const code = await exitCode(step, args, isWatched);
  const seconds = (performance.now() - start) / 1000;
  const outcome = { name: step.name, ...count(step, report, code), seconds };
  console.log(summary(outcome));
  return outcome;
}

function exitCode({ command, env }: Step, args: string[], isWatched: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const output = isWatched ? "inherit" : "pipe";
    const child = spawn(join(root, "node_modules", ".bin", command), args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", output, output],
      shell: process.platform === "win32",
    });
    const kept: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => kept.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => kept.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      process.stdout.write(Buffer.concat(kept));
      resolve(code ?? 1);
    });
  });
}

function count(step: Step, report: string, code: number): Omit<Outcome, "name" | "seconds"> {
  const whole = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: [] };
  if (!step.counts) return whole;
  try {
    const read: Report = JSON.parse(readFileSync(report, "utf8"));
    // An error outside every test, or a file that does not load, is a failure too.
    const failed = code === 0 ? read.numFailedTests : Math.max(read.numFailedTests, 1);
    return { passed: read.numPassedTests, failed, failures: read.testResults.flatMap(failuresOf) };
  } catch {
    return { passed: 0, failed: 1, failures: [] };
  }
}

function failuresOf(file: Report["testResults"][number]): string[] {
  const path = relative(root, file.name);
  const tests = file.assertionResults.filter(({ status }) => status === "failed");
  const lines = tests.map((test) => [path, test.fullName, ...test.failureMessages]);
  if (lines.length === 0 && file.status === "failed") lines.push([path, file.message]);
  return lines.map((line) => onOneLine(line.map(withoutStack).join(": ")));
}

const withoutStack = (message: string) => message.replace(/\n +at .*/s, "");

const onOneLine = (text: string) => stripVTControlCharacters(text).replace(/\s+/g, " ");

function summary({ name, passed, failed, seconds }: Outcome): string {
  const mark = failed === 0 ? "✓" : "✗";
  const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(5)} failed`;
  return `${mark} ${name.padEnd(14)}${counts} ${seconds.toFixed(1).padStart(7)} s`;
}

const options = process.argv.slice(2).filter((arg) => arg.startsWith("-"));
const names = process.argv.slice(2).filter((arg) => !arg.startsWith("-"));
const known = [...steps, ...more];
const unknown = names.filter((name) => !known.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no step ${unknown.join(", ")}: ${known.map((step) => step.name).join(", ")}`,
  );
  process.exit(1);
}

mkdirSync(results, { recursive: true });
const wanted = names.length > 0 ? known.filter(({ name }) => names.includes(name)) : steps;
const outcomes: Outcome[] = [];

/** One step after the other: the row's own, and then what no row has begun. */
async function row(own: Step[], isWatched: boolean): Promise<void> {
  for (let step = own.shift() ?? rest.shift(); step; step = own.shift() ?? rest.shift()) {
    outcomes.push(await run(step, isWatched, options));
  }
}

// Two rows, because most steps do not fill two processors. A step alone is watched.
const beside = wanted.length > 1 ? wanted.filter(({ isBeside }) => isBeside) : [];
const rest = wanted.filter((step) => !beside.includes(step));
await Promise.all([row([], true), row(beside, false)]);

const total = (key: "passed" | "failed") => outcomes.reduce((sum, each) => sum + each[key], 0);
console.log(`\n${outcomes.map(summary).join("\n")}\n`);
for (const { name, failures } of outcomes) {
  for (const failure of failures) console.log(`✗ ${name}: ${failure.slice(0, 500)}\n`);
  if (failures.some((failure) => /Snapshot `.*` mismatched/.test(failure))) {
    console.log(`  If that is meant, \`npm test -- ${name} -u\` writes it down anew.\n`);
  }
}
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") === 0 ? 0 : 1;
