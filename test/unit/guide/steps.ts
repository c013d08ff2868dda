import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ownLines } from "../../recipes/ownLines.ts";

/** A step, and the files that it takes a reader to write, by their paths in this repository. */
export interface Step {
  step: string;
  guide: readonly string[];
  kit: readonly string[];
}

const rendition = "test/unit/guide";
const authjs = "examples/next-authjs";
const asgardeo = "examples/next-asgardeo";
/** In each of the guides' pages. */
const everyPage = [`${rendition}/fetchMe.ts`, `${rendition}/Details.tsx`];

export const authjsSteps: readonly Step[] = [
  {
    step: "Ask for the scope, and say what a page gets of the session",
    guide: [`${rendition}/authjs/auth.ts`],
    kit: [`${authjs}/auth.ts`],
  },
  {
    step: "Wire the session, with the token in the page as in the guide",
    guide: [],
    kit: ["examples/recipes/sessions/auth-js.tsx"],
  },
  {
    step: "Or wire it with the token on the server",
    guide: [],
    kit: [`${authjs}/app/Session.tsx`, `${authjs}/app/api/me/route.ts`],
  },
  {
    step: "Client page",
    guide: [`${rendition}/authjs/ClientProfile.tsx`, ...everyPage],
    kit: [`${authjs}/app/client/page.tsx`, `${authjs}/app/Account.tsx`],
  },
  {
    step: "Server page",
    guide: [`${rendition}/authjs/ServerProfile.tsx`, ...everyPage],
    kit: [`${authjs}/app/server/page.tsx`, `${authjs}/app/Account.tsx`],
  },
  {
    step: "Renew tokens",
    guide: [],
    kit: ["session.ts", "renew.ts", "provider.ts", "proxy.ts"].map((file) => `${authjs}/${file}`),
  },
];

export const asgardeoSteps: readonly Step[] = [
  {
    step: "Server page",
    guide: [`${rendition}/asgardeo/ServerProfile.tsx`, ...everyPage],
    kit: [`${asgardeo}/app/server/page.tsx`, `${asgardeo}/app/readSession.ts`],
  },
  {
    step: "Wire the session; the token stays on the server",
    guide: [],
    kit: [`${asgardeo}/app/Session.tsx`, `${asgardeo}/app/api/me/route.ts`],
  },
  { step: "Client page", guide: [], kit: [`${asgardeo}/app/client/page.tsx`] },
];

const root = join(import.meta.dirname, "..", "..", "..");

/** How many lines some files have, and which they are. */
function counted(files: readonly string[]): string {
  if (files.length === 0) return "—";
  const lines = files.flatMap((file) => ownLines(readFileSync(join(root, file), "utf8")));
  const links = files.map((file) => `[${nameOf(file)}](../${file})`);
  return `**${lines.length}** ${links.join(", ")}`;
}

/** A Next.js page or route by its folder too. */
function nameOf(file: string): string {
  const isRoute = /\/(page|route)\.tsx?$/.test(file);
  return isRoute ? file.split("/").slice(-2).join("/") : basename(file);
}

/** The steps as lines of a table. */
export function describeSteps(steps: readonly Step[]): string[] {
  return steps.map(({ step, guide, kit }) => `| ${step} | ${counted(guide)} | ${counted(kit)} |`);
}
