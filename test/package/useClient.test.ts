import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, inject, test } from "vitest";
import { listFiles } from "../listFiles.ts";

const { folder } = inject("packed");
const dist = join(folder, "dist");
const modules = new Map(
  listFiles(dist)
    .filter((file) => file.endsWith(".js"))
    .map((file) => [file, readFileSync(join(dist, file), "utf8")]),
);

test('"use client" stands on the modules that need React\'s client, and on no others', () => {
  const files = [...modules].map(([file, code]) => ({
    file,
    marked: isMarked(code),
    needed: needsClient(code),
  }));
  const named = (list: typeof files) => list.map(({ file }) => file);
  expect({
    missing: named(files.filter(({ marked, needed }) => needed && !marked)),
    needless: named(files.filter(({ marked, needed }) => marked && !needed)),
  }).toEqual({ missing: [], needless: [] });
});

test("what a server component may call reaches no module of the client", () => {
  for (const entry of ["query/scimMeQueryOptions.js", "query/scimMeQueryKey.js", ...inScim()]) {
    const reached = closure(entry);
    expect(
      reached.filter((file) => isMarked(modules.get(file) ?? "")),
      entry,
    ).toEqual([]);
    expect(
      reached.filter((file) => needsClient(modules.get(file) ?? "")),
      entry,
    ).toEqual([]);
  }
});

test("a server component imports the protocol and the query options from the front door", () => {
  const hooks = join(import.meta.dirname, "clientReferences.mjs");
  const program = join(import.meta.dirname, "serverComponent.mjs");
  const args = ["--conditions=react-server", "--no-warnings", "--import", hooks, program];
  const output = execFileSync(process.execPath, [...args, join(dist, "index.js")], {
    encoding: "utf8",
  });
  expect(JSON.parse(output)).toEqual({
    displayName: "Barbara Jensen",
    fetched: "Barbara Jensen",
    queried: "Barbara Jensen",
    sessionCookie: "string",
    clientReferences: expect.arrayContaining(["ScimMeProvider", "useScimMe"]),
  });
});

function isMarked(code: string): boolean {
  return /^["']use client["']/.test(code);
}

/** Hooks, what uses hooks and contexts, and components; a function that only makes JSX needs none. */
function needsClient(code: string): boolean {
  const imported = [
    ...code.matchAll(/import \{([^}]*)\} from "(?:react|@tanstack\/react-query)"/g),
  ];
  const usesHooks = imported.some(([, names]) => /\b(use[A-Z]|createContext)/.test(names ?? ""));
  const isHook = /^(function|const|var) use[A-Z]/m.test(code);
  const isComponent =
    /from "react(\/jsx-runtime)?"/.test(code) && /^export \{[^}]*\b(with)?[A-Z][a-z]/m.test(code);
  return usesHooks || isHook || isComponent;
}

function inScim(): string[] {
  return [...modules.keys()].filter((file) => file.startsWith("scim/"));
}

function closure(entry: string, seen: string[] = []): string[] {
  if (seen.includes(entry)) return seen;
  seen.push(entry);
  for (const [, path = ""] of (modules.get(entry) ?? "").matchAll(/from "(\.[^"]+)"/g)) {
    closure(posix.join(posix.dirname(entry), path), seen);
  }
  return seen;
}
