import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checks } from "./checks.ts";
import type { Surroundings } from "./Host.ts";
import { hosts } from "./hosts.ts";

const installs = join(import.meta.dirname, "..", "..", "examples", "hosts", "installs");

/** `vite 8.3.8, react 19.3.1`: the versions that the installation's manifest asks for, exactly. */
function versions({ install, with: packages }: Surroundings): string {
  const manifest = JSON.parse(readFileSync(join(installs, install, "package.json"), "utf8"));
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
  return packages.map((name) => `${name.replace(/^node-.*/, "Node")} ${all[name]}`).join(", ");
}

const line = (...cells: (string | number)[]) => `| ${cells.join(" | ")} |`;

/** The page of `docs` about the hosts. */
export function describeHosts(): string {
  return `# Hosts

The packed library in other people's builds and frameworks, each built for production and driven in
Chromium. \`npm run test:hosts\` does it, \`npm test -- two-hosts -u\` writes this page; the apps are in
[examples/hosts](../examples/hosts).

Each app starts with nobody signed in: nothing is asked, and the guard hides what it guards, in the
HTML too. After the sign-in it shows the person, takes a change, and signs out, and the person is
gone. The console stays silent, hydration included; the token is in no HTML and in no storage.

The requests are those to \`/Me\` until the person is on the page. Where the page makes none, the app's
own server holds the token and has asked before it sent the page.

${[
  line("host", "with", "requests of the page", "requests that a server gets"),
  line("---", "---", "---", "---"),
  ...hosts.map((host) => line(host.name, versions(host), host.requests.page, host.requests.server)),
].join("\n")}

The scripts of msw answer in the page, so that no server is asked there.

## Without a browser

${[
  line("what", "with"),
  line("---", "---"),
  ...checks.map((check) => line(check.name, versions(check))),
].join("\n")}

The types are checked with \`skipLibCheck: false\`, so that the library's own declarations are too.
TypeScript 4.9 is the oldest that takes the front door's so, with \`moduleResolution: node16\`; \`bundler\`
begins with 5.0. With \`moduleResolution: node\`, as in create-react-app, each door has its types too.

## What some hosts need

Parcel reads a package's doors with \`"@parcel/resolver-default": { "packageExports": true }\` in your
\`package.json\`. Bun's bundler needs a [color scheme](theming.md) to keep the colors, and Jest 29
the environment \`jest-fixed-jsdom\`: what its own jsdom knows of \`AbortSignal\` is from before the kit.
`;
}
