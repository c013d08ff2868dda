import { isObject } from "../scim/readValues.js";
import { isToken } from "../scim/TokenProvider.js";
import { answerPatch } from "./answerPatch.js";
import { exampleMe } from "./exampleMe.js";
import type { ScimMeHandlersOptions } from "./ScimMeHandlersOptions.js";
import type { ScimMeScenario, ScimMeScenarioName } from "./ScimMeScenario.js";
import { readScenarioToken } from "./scenarioToken.js";
import { scimError } from "./scimError.js";
import { scimMeScenarios } from "./scimMeScenarios.js";

/** What is answered to one request, before any delay. */
export interface ScimMePlay {
  scenario: ScimMeScenarioName | null;
  network: "answers" | "fails" | "hangs";
  status: number | null;
  headers: Readonly<Record<string, string>>;
  body: unknown;
  delayMs: number;
}

type Person = Readonly<Record<string, unknown>>;

/** Decides what each request is answered; remembers updates and nothing else of them. */
export function createScimMePlayer(
  options: ScimMeHandlersOptions,
): (request: Request) => Promise<ScimMePlay> {
  const people = new Map<string, Person>();
  let firstToken: string | undefined;

  return async function play(request) {
    const token = readBearerToken(request);
    const named = token === undefined ? null : readScenarioToken(token);
    const name = named?.scenario ?? options.scenario ?? "success";
    if (!isScenarioName(name)) return refuse(400, unknownScenario(name));
    const scenario = scimMeScenarios[name];
    if (scenario.network === "unused") return reportRequest(request, name);
    if (token === undefined && options.auth !== "session") {
      return refuse(401, "A Bearer token is needed.", {
        "WWW-Authenticate": 'Bearer realm="scim"',
      });
    }
    firstToken ??= token;
    const expired = named ? named.expired : token !== undefined && token === firstToken;
    if (scenario.provider === "renews" && expired)
      return answer(name, scimMeScenarios.unauthorized);
    if (scenario.bodyKind !== "user") return answer(name, scenario);

    const key = `${name} ${named?.visit ?? ""}`;
    const person = people.get(key) ?? personOf(scenario, options.me);
    if (request.method !== "PATCH") return { ...answer(name, scenario), body: person };
    const patched = await answerPatch(request, scenario, person);
    people.set(key, patched.person);
    return { ...answer(name, scenario), status: patched.status, body: patched.body };
  };
}

function answer(name: ScimMeScenarioName, scenario: ScimMeScenario): ScimMePlay {
  const { status, headers, body, delayMs } = scenario;
  const network = scenario.network === "unused" ? "fails" : scenario.network;
  return { scenario: name, network, status, headers, body, delayMs };
}

function refuse(status: number, detail: string, headers: Record<string, string> = {}): ScimMePlay {
  return {
    scenario: null,
    network: "answers",
    status,
    headers: { "Content-Type": "application/scim+json", ...headers },
    body: scimError(status, detail),
    delayMs: 0,
  };
}

// Loud on purpose: the promise "no token, no request" is broken, and a quiet 401 would hide it.
function reportRequest(request: Request, scenario: ScimMeScenarioName): ScimMePlay {
  const { origin, pathname } = new URL(request.url);
  const detail =
    `${request.method} ${origin}${pathname} was requested in the scenario "${scenario}", ` +
    "in which nothing may be sent. Ask the token provider first, and send nothing without a token.";
  console.error(`react-scim-me/msw: ${detail}`);
  return { ...refuse(500, detail), scenario };
}

function personOf(scenario: ScimMeScenario, me: ScimMeHandlersOptions["me"] = exampleMe): Person {
  if (scenario.body !== exampleMe) return scenario.body as Person;
  // A model keeps its extensions elsewhere than a body does.
  return isObject(me.raw) && isObject(me.extensions) ? me.raw : (me as Person);
}

function readBearerToken(request: Request): string | undefined {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
  return isToken(token) ? token : undefined;
}

function isScenarioName(name: string): name is ScimMeScenarioName {
  return Object.hasOwn(scimMeScenarios, name);
}

function unknownScenario(name: string): string {
  return `There is no scenario "${name}". Valid are: ${Object.keys(scimMeScenarios).join(", ")}.`;
}
