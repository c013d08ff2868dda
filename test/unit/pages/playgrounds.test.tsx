import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { render, screen } from "@testing-library/react";
import { setupServer } from "msw/node";
import type { ComponentType } from "react";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TokenProvider } from "../../../src/index.js";
import { scenarioTokenProvider, scimMeHandlers } from "../../../src/mocks/index.js";
import { playgroundCode } from "../../../stories/pages/playgroundCode.ts";
import { choices, controls, type PlaygroundName } from "../../../stories/pages/playgrounds.tsx";

const root = join(import.meta.dirname, "../../..");
const folder = join(root, "artifacts/playgrounds");
const server = setupServer(...scimMeHandlers());

/** What the spies of a story are to the code: functions. */
const signIn = { onSignIn: () => {} };
const guard = { ...signIn, onSignedOut: () => {} };
const signOut = { onSignOut: () => {}, onError: () => {} };
const awkward = 'Say "hello" to <Babs> & {co} \\ now';

interface Row {
  component: PlaygroundName;
  args: Record<string, unknown>;
  /** What is to be read where the code runs. */
  shows: string | RegExp;
}

const rows: Row[] = [
  { component: "ProfileCard", args: {}, shows: "Barbara Jensen" },
  { component: "ProfileCard", args: { size: "compact", ...signIn }, shows: "Barbara Jensen" },
  { component: "ProfileCard", args: { editable: true, fields: [] }, shows: "Edit profile" },
  {
    component: "ProfileCard",
    args: { ...signIn, fields: ["emails", "groups"], actions: "a sign-out", editable: false },
    shows: "Sign out",
  },
  { component: "ProtectedRoute", args: { children: "Your orders" }, shows: "Your orders" },
  { component: "ProtectedRoute", args: { ...guard, children: awkward }, shows: awkward },
  {
    component: "ProtectedRoute",
    args: { allow: "captains", forbidden: awkward, loading: "One moment", children: "Your orders" },
    shows: awkward,
  },
  { component: "SignOutButton", args: signOut, shows: "Sign out" },
  {
    component: "SignOutButton",
    args: { ...signOut, children: "Leave", clear: "profile", render: "a square button" },
    shows: "Leave",
  },
  {
    component: "SignOutButton",
    args: { ...signOut, render: "none", children: "" },
    shows: "Sign out",
  },
];

const snippets = rows.map((row, index) => {
  const code = playgroundCode(row.component, row.args);
  return { ...row, code, file: join(folder, `${row.component}${index}.tsx`) };
});

beforeAll(() => {
  server.listen({ onUnhandledRequest: "error" });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "run"), { recursive: true });
  for (const { file, code } of snippets) writeFileSync(file, code);
});
afterAll(() => server.close());

test("the code of every playground compiles as it is pasted", { timeout: 60_000 }, async () => {
  const tsconfig = {
    extends: "../../tsconfig.json",
    compilerOptions: {
      paths: {
        "react-scim-me": ["../../src/index.ts"],
        "react-scim-me/styles.css": ["../../src/styles.css"],
      },
    },
    include: ["*.tsx"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
  const tsc = join(root, "node_modules/.bin/tsc");
  const compiled = promisify(execFile)(tsc, ["--project", folder]);
  await expect(compiled.catch(({ stdout }) => stdout)).resolves.toMatchObject({ stdout: "" });
});

test.each(snippets)("the code of $component runs with $args", async ({ file, code, shows }) => {
  const here = file.replace(folder, join(folder, "run"));
  const src = join(root, "src");
  const local = code
    .replace('"react-scim-me/styles.css"', JSON.stringify(`${src}/styles.css`))
    .replace('"react-scim-me"', JSON.stringify(`${src}/index.ts`));
  writeFileSync(here, local);
  const { App }: { App: ComponentType<{ tokenProvider: TokenProvider }> } = await import(
    /* @vite-ignore */ here
  );
  render(<App tokenProvider={scenarioTokenProvider("success")} />);
  expect(await screen.findByText(shows)).toBeVisible();
});

test("every choice of every control is written in code", () => {
  for (const [component, { ...offered }] of Object.entries(controls)) {
    for (const prop of Object.keys(offered)) {
      for (const [name, { code }] of Object.entries(choices[prop] ?? {})) {
        const args = { [prop]: name };
        expect(playgroundCode(component as PlaygroundName, args)).toContain(`${prop}={${code}}`);
      }
    }
  }
});
