import type { Browser } from "playwright";
import { exampleMe } from "../src/mocks/exampleMe.ts";
import { asgardeoApp, type SignedIn, serveAsgardeo, signIn, startSignedIn } from "./asgardeo.ts";
import { type Bundle, bundle } from "./bundle.ts";
import { peersFolder } from "./peers.ts";
import type { Figure, Section } from "./Section.ts";
import { type PageServer, servePages } from "./servePages.ts";
import { ratios, summarize, takeTurns } from "./statistics.ts";

/** The call of what starts an app; its arguments follow. */
const start = (name: string, file: string) =>
  `import { ${name} } from ${JSON.stringify(`${import.meta.dirname}/pages/${file}`)}; ${name}`;

/** Somebody has signed in with oidc-client-ts before, which finds the token again. */
const withOidc = `import { UserManager } from "oidc-client-ts";
const settings = { authority: location.origin, client_id: "bench", redirect_uri: location.href };
const users = new UserManager(settings);
${start("startGuarded", "kits.tsx")}(async () => (await users.getUser())?.access_token);`;

const written = {
  naive: ["hand-written React", `${start("startNaive", "naive.tsx")}();`],
  query: ["by hand on TanStack Query", `${start("startQuery", "query.tsx")}();`],
  kit: ["react-scim-me: card", `${start("startKit", "kits.tsx")}();`],
  prefetched: [
    "the same, asked for before rendering",
    `${start("startPrefetched", "kits.tsx")}();`,
  ],
  guarded: ["react-scim-me: card, guard, sign-out", `${start("startGuarded", "kits.tsx")}();`],
} as const;

const peers = {
  oidc: ["the same with oidc-client-ts", withOidc],
  asgardeo: ["@asgardeo/react: profile, guard, sign-out", asgardeoApp],
} as const;

type Name = keyof typeof written | keyof typeof peers;

const network = {
  offline: false,
  latency: 40,
  downloadThroughput: 9_000_000 / 8,
  uploadThroughput: 9_000_000 / 8,
};

/** Measures the time from navigation to the paint that shows the person, cold, on a slow phone. */
export async function measureLoad(
  browser: Browser,
  library: string,
  rounds: number,
  withPeers: boolean,
): Promise<Section> {
  const apps: Partial<Record<Name, readonly [string, string]>> = {
    ...written,
    ...(withPeers && peers),
  };
  const names = Object.keys(apps) as Name[];
  const server = await serveApps(apps, library);
  try {
    const url = (name: Name) => `${server.origin}/${name}`;
    const signedIn: Partial<Record<Name, SignedIn>> = withPeers
      ? { asgardeo: await signIn(browser, url("asgardeo")), oidc: oidcSession(server.origin) }
      : {};
    const measure = (name: Name) => visit(browser, url(name), signedIn[name]);
    for (const name of names) await measure(name);
    const times = await takeTurns(rounds, names, measure);
    return {
      title: "Time to the profile",
      says: `From navigation to the paint that shows the person's name, in Chromium with nothing cached, a processor slowed down four times, 9 Mbit/s and 40 ms. ${rounds} rounds; in each, every page is loaded once. Hand-written React is an effect, a fetch and the card by hand. In the pages of libraries that sign people in, somebody has signed in before: the browser holds their session, and nothing else.`,
      figures: figures(times, withPeers),
      tables: [
        {
          head: ["", "ms, the middle half in brackets"],
          rows: names.map((name) => [apps[name]?.[0] ?? name, inMs(times[name])]),
        },
        ...(withPeers ? [] : [notMeasured]),
      ],
    };
  } finally {
    await server.close();
  }
}

const notMeasured = {
  head: ["not measured", "why"],
  rows: [["@asgardeo/react (reach: 0.40 ×)", "the peers are not installed"]],
};

function figures(times: Record<Name, number[]>, withPeers: boolean): Figure[] {
  const figure = (what: string, name: Name, other: Name, reach?: number): Figure => ({
    ...{ what, value: ratios(times[name], times[other]), unit: "×" },
    ...(reach && { reach }),
  });
  const asked = "the card, asked for before rendering, against hand-written React";
  const all = "card, guard and sign-out";
  return [
    figure("the card, against hand-written React", "kit", "naive", 1.1),
    figure(asked, "prefetched", "naive", 1.05),
    ...(withPeers
      ? [
          figure(`${all}, against @asgardeo/react`, "guarded", "asgardeo", 0.4),
          figure(`${all} with oidc-client-ts, against @asgardeo/react`, "oidc", "asgardeo"),
          figure("@asgardeo/react, against hand-written React", "asgardeo", "naive"),
        ]
      : []),
  ];
}

function inMs(times: readonly number[]): string {
  const { median, low, high } = summarize(times);
  return `${Math.round(median)} (${Math.round(low)} to ${Math.round(high)})`;
}

async function serveApps(
  apps: Partial<Record<Name, readonly [string, string]>>,
  library: string,
): Promise<PageServer> {
  const files: Bundle["files"] = {};
  const preload: Record<string, string[]> = {};
  for (const [name, [, code]] of Object.entries(apps)) {
    const from = name in peers ? { from: peersFolder } : {};
    const built = await bundle(code, { library, name, ...from });
    Object.assign(files, built.files);
    preload[name] = built.preload;
  }
  return servePages({ files, preload, library, me: exampleMe, others: await serveAsgardeo() });
}

/** What oidc-client-ts keeps of a sign-in. */
function oidcSession(origin: string): SignedIn {
  const user = {
    ...{ access_token: "token-of-barbara", token_type: "Bearer", profile: { sub: exampleMe.id } },
    expires_at: Math.floor(Date.now() / 1000) + 36_000,
  };
  return { local: {}, session: { [`oidc.user:${origin}:bench`]: JSON.stringify(user) } };
}

/** One cold visit: ms from navigation to the frame after the person's name is in the page. */
async function visit(browser: Browser, url: string, signedIn?: SignedIn): Promise<number> {
  const context = await browser.newContext();
  try {
    if (signedIn) await startSignedIn(context, signedIn);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", network);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await session.send("Runtime.enable");
    await session.send("Runtime.addBinding", { name: "painted" });
    const painted = new Promise<number>((resolve, reject) => {
      session.once("Runtime.bindingCalled", ({ payload }) => resolve(Number(payload)));
      setTimeout(() => reject(new Error(`${url} shows nobody.`)), 60_000).unref();
    });
    await page.addInitScript(noteThePaint);
    // To wait in the page for anything, a large script would be compiled there first, in its time.
    await page.goto(url, { waitUntil: "commit" });
    return await painted;
  } finally {
    await context.close();
  }
}

declare global {
  interface Window {
    painted(ms: string): void;
  }
}

/** Runs in the page before its script. */
function noteThePaint(): void {
  const observer = new MutationObserver(() => {
    if (!document.body?.textContent?.includes("Barbara Jensen")) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // A message is handled after the frame is painted.
      port1.onmessage = () => window.painted(`${performance.now()}`);
      port2.postMessage(null);
    });
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}
