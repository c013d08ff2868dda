import { asgardeoSteps, authjsSteps, describeSteps } from "./steps.ts";
import type { Outcome } from "./Visit.ts";

/** A page in one condition, and what came of it. */
export interface Row extends Outcome {
  condition: string;
  page: string;
}

/** How many requests a page sent, by what it is and how React runs. */
export interface Count {
  page: string;
  requests: readonly number[];
}

const intro = `# From the guide to the kit

Two guides show how to call Asgardeo's \`scim2/Me\` from a Next.js app:

- with **\`@asgardeo/nextjs\`**: [the complete guide](https://wso2.com/asgardeo/docs/complete-guides/nextjs/accessing-protected-api/),
  which has a server page, and [the SDK's guide](https://wso2.com/asgardeo/docs/sdks/nextjs/guides/accessing-protected-apis),
  which sends the same request in a server action;
- with **Auth.js**: [an earlier edition](https://github.com/wso2/docs-is/blob/b8a24aa854315b473eda03c8b907c3b0087a86e1/en/includes/complete-guides/nextjs/accessing-protected-api.md)
  of the complete guide, which has a server page and a client page.

They teach how to get the token and send the request, and leave the rest to you. This page puts what
they arrive at beside our examples: [next-authjs](../examples/next-authjs) and
[next-asgardeo](../examples/next-asgardeo).

What is measured of the guides is [a rendition](../test/unit/guide): the same technique in the fewest
lines, without styles and buttons, with words of ours on the screen. The guides' own pages have some 70
to 85 lines. The tables are written by [a test](../test/unit/guide/guide.test.tsx): \`npm test -- unit\`
compares them with this page, and \`npm test -- unit -u\` writes them anew.
`;

const linesNote = `
Lines are those that somebody has to write: no imports, comments, closing brackets and tags. The
request and the three lines of details are in each of the guides' pages, and counted for each. Our
\`Account.tsx\` also guards the page, edits the profile and signs out. The guides have a guard and a
sign-out of their own in other steps, which are not counted.
`;

const running = `## In the running apps

In Chromium, built for production, against a real OpenID provider and a real SCIM server
([next-authjs.test.ts](../test/e2e/next-authjs.test.ts),
[next-asgardeo.test.ts](../test/e2e/next-asgardeo.test.ts)):

| | Auth.js, default | Auth.js, direct mode | \`@asgardeo/nextjs\` |
|---|---|---|---|
| server page: requests for the profile by the browser | 0 | 0 | 0 |
| server page: \`/Me\` requests in all | 1 | 1 | 2: ours, and one of the SDK's own |
| client page: requests for the profile by the browser | 1, to \`/api/me\` | 1, to \`/Me\` | 1, to \`/api/me\` |
| the access token in answers, URLs, pages or storage | nowhere | found | only in its \`HttpOnly\` cookie |

The direct mode keeps the token where the Auth.js guide has it. The SDK's provider component reads
\`/Me\`, \`/Schemas\` and the person's organizations for each page, with the kit or without.

What the libraries themselves do, such as a token that is never renewed, is in the examples' own
notes: [Auth.js](../examples/next-authjs/README.md#what-it-decides),
[\`@asgardeo/nextjs\`](../examples/next-asgardeo/README.md#where-the-sdk-ends).
`;

const head = "| | page | to `/Me` | by the browser | what the person sees |\n|---|---|---|---|---|";

function describeRows(rows: readonly Row[]): string {
  const lines = rows.map(({ condition, page, requests, byBrowser, sees }, index) => {
    const first = rows[index - 1]?.condition === condition ? "" : condition;
    return `| ${[first, page, requests, byBrowser, sees].join(" | ")} |`;
  });
  return [head, ...lines].join("\n");
}

/** docs/from-the-guide-to-the-kit.md. */
export function describeGuide(
  client: readonly Row[],
  server: readonly Row[],
  counts: readonly Count[],
): string {
  const lines = (title: string) => `| ${title} | the guide, in rendition | ours |\n|---|---|---|`;
  return [
    intro,
    "## Lines\n",
    [lines("Auth.js"), ...describeSteps(authjsSteps)].join("\n"),
    "",
    [lines("`@asgardeo/nextjs`"), ...describeSteps(asgardeoSteps)].join("\n"),
    linesNote,
    "## The client page\n",
    "The Auth.js guide's page beside `<ProfileCard>` below `<ScimMeProvider>`, both in the direct mode:",
    "requests, and what is on the page a minute later. Buttons are in brackets.\n",
    describeRows(client),
    `
The guide's page logs each failure to the console. Asgardeo sends \`emails\` as texts, or as objects
where that is switched on, as in RFC 7643; React does not draw an object. Ours asks again by itself
after a 503 or without a network: up to three times, then there is a button.
`,
    "Requests for one person, by how many places of the page show them:\n",
    "| | 1 | 3 | 1, StrictMode | 3, StrictMode |\n|---|---|---|---|---|",
    ...counts.map(({ page, requests }) => `| ${[page, ...requests].join(" | ")} |`),
    "\n## The server page\n",
    "Rendered on the server, then a minute in the browser. *No network* is between the app's server and",
    "the SCIM server. What our server could not read, the browser asks `/api/me` for, unless nobody is",
    "signed in (as in next-asgardeo).\n",
    describeRows(server),
    `
Without a session the SDK's \`getAccessToken\` throws (0.1.96, for which the rendition has a stand-in),
before the guide's page looks whether there is one. Both guides also send signed-out people to the home page, in another step; ours is
\`<ProtectedRoute>\`, which leads back to the page after signing in.
`,
    running,
  ].join("\n");
}
