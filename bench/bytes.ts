import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { bundle } from "./bundle.ts";
import { peers, peersFolder, validators } from "./peers.ts";
import type { Figure, Section } from "./Section.ts";

const react = /^(react|react-dom)(\/|$)/;
const reactAndQuery = /^(react|react-dom|@tanstack\/react-query)(\/|$)/;

/** What an app imports, in the order in which it may come to it. */
const features = ["fetchScimMe", "useScimMe", "ScimMeProvider"];
const components = ["ProtectedRoute", "SignOutButton", "ProfileCard", "useUpdateScimMe"];
const four = ["useScimMe", "ScimMeProvider", "ProtectedRoute", "SignOutButton", "ProfileCard"];

const kit = (names: readonly string[]) => `export { ${names.join(", ")} } from "react-scim-me";`;

/** Measures what imports weigh: minified, gzipped, React left out. */
export async function measureBytes(
  library: string,
  withPeers: boolean,
  say: (words: string) => void,
): Promise<Section> {
  const weigh = async (code: string, external = reactAndQuery, from?: string) =>
    (await bundle(code, { library, external, ...(from && { from }) })).bytes;

  const all = await weigh(kit(four));
  const hook = await weigh(kit(["useScimMe", "ScimMeProvider"]));
  const added = async (name: string) =>
    (await weigh(kit(["useScimMe", "ScimMeProvider", name]))) - hook;
  const figure = (what: string, value: number, reach?: number): Figure => ({
    ...{ what, value, unit: "bytes" },
    ...(reach && { reach }),
  });
  const figures = [
    figure("fetchScimMe", await weigh(kit(["fetchScimMe"])), 3_500),
    figure("useScimMe with its provider", hook, 4_500),
    figure("+ ProtectedRoute", await added("ProtectedRoute"), 1_100),
    figure("+ SignOutButton", await added("SignOutButton"), 900),
    figure("+ ProfileCard", await added("ProfileCard"), 2_200),
    figure("all four", all, 8_000),
    figure("+ useUpdateScimMe", await added("useUpdateScimMe"), 1_500),
  ];
  // An app makes a client and provides it, too.
  const query = `export { QueryClient, QueryClientProvider } from "@tanstack/react-query";`;
  const included = await weigh(kit(four) + query, react);
  const rows = [
    ["react-scim-me: card, guard, sign-out, hook (TanStack Query external)", all],
    ["the same with TanStack Query", included],
  ] as [string, number][];
  const unmeasured: string[][] = [];
  if (withPeers) {
    const oidc = `${kit(four)} ${query} export { UserManager } from "oidc-client-ts";`;
    rows.push(["the same with oidc-client-ts too", await weigh(oidc, react, peersFolder)]);
    for (const [name, code] of Object.entries(peers)) {
      say(name);
      try {
        rows.push([name, await weigh(code, react, peersFolder)]);
      } catch (error) {
        unmeasured.push([name, `it does not bundle here: ${firstLine(error)}`]);
      }
    }
    const asgardeo = rows.find(([name]) => name === "@asgardeo/react")?.[1];
    if (asgardeo) {
      figures.push({
        ...{ what: "with TanStack Query, against @asgardeo/react", unit: "×", reach: 0.1 },
        value: included / asgardeo,
      });
    }
    for (const name of validators) {
      const file = JSON.stringify(join(peersFolder, "validators", `${name}.js`));
      rows.push([`${name}, a schema of a user`, await weigh(`export { check } from ${file};`)]);
    }
  }
  for (const [what, file, name] of [
    ["by hand on TanStack Query (external)", "query.tsx", "startQuery"],
    ["effect and fetch", "naive.tsx", "startNaive"],
  ] as const) {
    const from = JSON.stringify(join(import.meta.dirname, "pages", file));
    rows.push([what, await weigh(`export { ${name} } from ${from};`)]);
  }
  return {
    title: "Bytes",
    says: "What an import adds to an app, from the packed tarball: bundled with Vite, minified, gzipped, what is loaded later left out. React is external throughout; in the first table TanStack Query too. Peers with an engine of their own do more: they sign people in; the row with oidc-client-ts is the kit that does. The plot adds fetchScimMe, useScimMe, ScimMeProvider, ProtectedRoute, SignOutButton, ProfileCard and useUpdateScimMe, in this order.",
    figures,
    tables: [
      {
        head: ["", "bytes"],
        rows: rows.map(([name, bytes]) => [name, bytes.toLocaleString("en")]),
      },
      ...(unmeasured.length ? [{ head: ["not measured", "why"], rows: unmeasured }] : []),
    ],
    plots: [
      {
        name: "bytes",
        title: "Bytes by features imported",
        ...{ x: "names imported", y: "bytes" },
        lines: [{ name: "the kit", points: await growth(weigh) }],
      },
    ],
  };
}

async function growth(weigh: (code: string) => Promise<number>): Promise<[number, number][]> {
  const points: [number, number][] = [[0, 0]];
  const names: string[] = [];
  for (const name of [...features, ...components]) {
    names.push(name);
    points.push([names.length, await weigh(kit(names))]);
  }
  return points;
}

function firstLine(error: unknown): string {
  return stripVTControlCharacters(String((error as Error).message ?? error))
    .split("\n")
    .filter(Boolean)
    .slice(0, 2)
    .join(" ")
    .replaceAll(join(import.meta.dirname, ".."), "")
    .replaceAll("|", " ")
    .slice(0, 160);
}
