import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { diagnoseScimMe } from "../../../src/diagnose/index.js";
import { exampleMe } from "../../../src/mocks/index.js";
import { sessionCookie } from "../../../src/scim/sessionCookie.js";
import { notable, said } from "./notable.js";

const token = "a-good-token-of-kim";
const page = "https://app.example.com";

beforeEach(() => void vi.stubGlobal("location", new URL(`${page}/account?code=secret`)));
afterEach(() => void vi.unstubAllGlobals());

type Answers = (request: RequestInit) => Response | Promise<Response>;

/** A browser that refuses to show what `/Me` says, and answers other requests in its own way. */
async function look(endpoint: string, answers: Answers) {
  const requests: [url: string, init: RequestInit][] = [];
  const fetch = async (url: RequestInfo | URL, init: RequestInit = {}) => {
    requests.push([String(url), init]);
    return answers(init);
  };
  const findings = await diagnoseScimMe({ endpoint, tokenProvider: () => token, fetch });
  return { findings, requests };
}

const refuse = () => Promise.reject(new TypeError("Failed to fetch"));
const onlyWithoutCors: Answers = ({ mode }) =>
  mode === "no-cors" ? new Response(null, { status: 200 }) : refuse();

test("a server that answers where CORS plays no part makes CORS the likely cause", async () => {
  const { findings } = await look("https://scim.example.com/Me", onlyWithoutCors);
  expect(notable(findings)).toEqual(["cors failure"]);
  expect(said(findings, "reachable")).toContain("scim.example.com answers");
  expect(said(findings, "cors")).toMatch(/CORS is the likely cause; its status cannot be seen/);
  expect(said(findings, "cors")).toContain(`allow the origin ${page}, as written`);
});

test("Asgardeo's advice names the page's origin and the setting", async () => {
  const { findings } = await look("https://api.asgardeo.io/t/acme/scim2/Me", onlyWithoutCors);
  expect(said(findings, "cors")).toContain(`add ${page} to the application's Allowed origins`);
});

test("the second request has no token, no cookie, no query and no referrer", async () => {
  const { requests } = await look("https://scim.example.com/Me?secret=1#secret", onlyWithoutCors);
  expect(requests).toHaveLength(2);
  const [, [url, probe]] = requests as [unknown, [string, RequestInit]];
  expect(url).toBe("https://scim.example.com/Me");
  expect(probe).toMatchObject({
    mode: "no-cors",
    credentials: "omit",
    referrerPolicy: "no-referrer",
  });
  expect(JSON.stringify(probe)).not.toContain(token);
  expect(probe.headers).toBeUndefined();
});

test("a server that gives nothing at all is not reachable, and what may hide its answer is named", async () => {
  const { findings, requests } = await look("https://scim.example.com/Me", refuse);
  expect(notable(findings)).toEqual(["reachable failure"]);
  expect(said(findings, "reachable")).toMatch(/A browser does not say why.*connect-src/);
  // Helmet's default: the request without CORS is blocked too, by a server that answers.
  expect(said(findings, "reachable")).toMatch(/gives this page no answer.*Cross-Origin-Resource/);
  expect(requests).toHaveLength(2);
});

test("the caller's own abort ends the second request too, and rejects with its reason", async () => {
  const controller = new AbortController();
  const reason = new Error("the page was left");
  const diagnosis = diagnoseScimMe({
    ...{ endpoint: "https://scim.example.com/Me", tokenProvider: () => token },
    signal: controller.signal,
    fetch: (_, { mode, signal } = {}) => {
      if (mode !== "no-cors") return refuse();
      controller.abort(reason);
      return signal?.aborted ? refuse() : Promise.resolve(new Response());
    },
  });
  await expect(diagnosis).rejects.toBe(reason);
});

test("the page's own server needs no second request", async () => {
  const { findings, requests } = await look("/scim2/Me", refuse);
  expect(notable(findings)).toEqual(["reachable failure"]);
  expect(requests).toHaveLength(1);
});

test("an answer that is cut off is no matter of CORS", async () => {
  const cut = new ReadableStream({ start: (controller) => controller.error(new TypeError()) });
  const { findings, requests } = await look("https://scim.example.com/Me", () => new Response(cut));
  expect(notable(findings)).toEqual(["reachable failure"]);
  expect(said(findings, "reachable")).toContain("connection was lost");
  expect(requests).toHaveLength(1);
});

test("a page that may read the answer is told so", async () => {
  const { findings } = await look("https://scim.example.com/Me", () => Response.json(exampleMe));
  expect(notable(findings)).toEqual([]);
  expect(said(findings, "cors")).toContain(`lets pages of ${page} read`);
});

test("the page's own origin needs no leave", async () => {
  const { findings } = await look("/scim2/Me", () => Response.json(exampleMe));
  expect(said(findings, "cors")).toContain("the page's own origin");
});

test("a page that cannot see a Retry-After is told how it could", async () => {
  const answer = () => new Response(null, { status: 429 });
  const { findings } = await look("https://scim.example.com/Me", answer);
  expect(said(findings, "rate-limit")).toContain("Access-Control-Expose-Headers");
});

test("a login wall before the app's own server is a redirect, and its 401 a sign-in to the app", async () => {
  const look = (response: Response) =>
    diagnoseScimMe({
      ...{ endpoint: "/api/me", tokenProvider: sessionCookie },
      fetch: async () => response,
    });
  const wall = await look(new Response(null, { status: 302 }));
  expect(notable(wall)).toEqual(["redirect failure"]);
  const refused = await look(new Response(null, { status: 401 }));
  expect(notable(refused)).toEqual(["authentication failure"]);
  expect(said(refused, "authentication")).toContain("Sign in to the app itself");
});
