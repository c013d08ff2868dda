import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";

const { folder } = inject("packed");
const root = join(import.meta.dirname, "..", "..");
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");

/** What the compiler says of a file beside the installed tarball. */
async function compile(name: string, code: string, ...options: string[]): Promise<string> {
  const place = join(folder, "..", "..", "declarations");
  mkdirSync(place, { recursive: true });
  const file = join(place, `${name}.ts`);
  writeFileSync(file, code);
  const all = ["--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler"];
  const more = [
    "--types",
    "",
    "--outDir",
    join(place, "out"),
    "--rootDir",
    place,
    "--ignoreConfig",
  ];
  const run = promisify(execFile)(process.execPath, [tsc, file, ...all, ...more, ...options]);
  return run.then(
    () => "",
    ({ stdout }) => stdout,
  );
}

test("an app compiled for an older ECMAScript reads why an error came", async () => {
  const code = `import { ScimMeError } from "react-scim-me";
    export const why = (error: ScimMeError): unknown => error.cause;`;
  const older = ["--target", "es2020", "--lib", "es2020,dom"];
  expect(await compile("older", code, ...older)).toBe("");
});

/** What an app makes of one door and exports, its types left to the compiler. */
const exported = {
  main: `import * as kit from "react-scim-me";
    const options = { endpoint: "/api/me", tokenProvider: kit.sessionCookie };
    export const hydrated = {
      ...kit.scimMeQueryOptions(options),
      queryKey: kit.scimMeQueryKey({ endpoint: "/api/me" }),
    };
    export const useName = () => kit.useScimMe(undefined, { select: kit.getDisplayName });
    export const useChange = () => kit.useUpdateScimMe();
    export const useLeave = () => kit.useSignOut({ onSignOut() {} });
    export const keyOf = (...asked: Parameters<typeof kit.scimMeQueryKey>) => asked[0];
    export const requestOf = ({ endpoint, tokenProvider, pending }: kit.ProfileCardProps) =>
      ({ endpoint, tokenProvider, pending });
    export const Guarded = kit.withProtectedRoute(kit.ProfileCard);`,
  locale: `import { de } from "react-scim-me/locales/de";
    export const { editing, forbidden, more } = de;`,
  mocks: `import * as mocks from "react-scim-me/msw";
    export const handlers = mocks.scimMeHandlers();
    export const tokenProvider = mocks.scenarioTokenProvider("success");
    export const token = mocks.scenarioToken("success");
    export const { reason } = mocks.scimMeScenarios.forbidden;
    export const served = ({ me }: mocks.ScimMeHandlersOptions) => me;`,
  server: `import * as server from "react-scim-me/server";
    export const tokenProvider = server.withTokenExchange(() => "token", {
      tokenEndpoint: "https://login.example.com/token",
      clientId: "web",
    });
    export const handlers = server.createScimMeHandlers({ endpoint: "/", tokenProvider });`,
  testing: `import * as testing from "react-scim-me/testing";
    export const ana = testing.buildMe({ displayName: "Ana" });
    export const token = testing.scenarioToken("success");`,
  diagnose: `import { diagnoseScimMe } from "react-scim-me/diagnose";
    export const find = () => diagnoseScimMe({ endpoint: "/", tokenProvider: () => null });`,
  storybook: `import * as storybook from "react-scim-me/storybook";
    export const { scimMeGlobalTypes, scimMeInitialGlobals } = storybook;
    export const decorators = [storybook.withScimMe({ endpoint: "/" })];`,
};

// Else TS2742 or TS2883: "The inferred type cannot be named without a reference to …".
test.each(Object.entries(exported))("what an app makes of %s has names", async (door, code) => {
  expect(await compile(door, code, "--declaration")).toBe("");
});
