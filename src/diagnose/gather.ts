import { parseScimMe } from "../scim/parseScimMe.js";
import { requestMe } from "../scim/requestMe.js";
import { resolveEndpoint } from "../scim/resolveEndpoint.js";
import { ScimMeError } from "../scim/ScimMeError.js";
import { sessionCookie } from "../scim/sessionCookie.js";
import type { DiagnoseScimMeOptions } from "./DiagnoseScimMeOptions.js";
import type { Evidence } from "./Evidence.js";

const PROBE_MS = 5_000;

/** Asks `/Me` as an app would, and keeps what every step of it left behind. */
export async function gather(options: DiagnoseScimMeOptions): Promise<Evidence> {
  const evidence: Evidence = {
    written: String(options.endpoint),
    page: (globalThis as { location?: Location }).location?.origin,
    usesCookie: options.tokenProvider === sessionCookie,
    given: [],
    responses: [],
  };
  try {
    evidence.url = resolveEndpoint(options);
    evidence.answer = await requestMe(watched(options, evidence));
  } catch (error) {
    if (!(error instanceof ScimMeError)) throw error;
    evidence.error = error;
  }
  if (evidence.answer) read(evidence.answer.text, evidence);
  if (isUnanswered(evidence)) evidence.probed = await probe(evidence.url, options);
  return evidence;
}

/** The same request, with what is given and answered on the way written down. */
function watched(options: DiagnoseScimMeOptions, { given, responses }: Evidence) {
  const { tokenProvider, fetch: send = fetch } = options;
  const watching: DiagnoseScimMeOptions = {
    ...options,
    fetch: async (...request) => {
      const token = new Headers(request[1]?.headers).get("Authorization")?.slice(7);
      // A renewal that is shared with the app, or with an earlier diagnosis, was not given here.
      if (token && !given.includes(token)) given.push(token);
      const response = await send(...request);
      responses.push(response);
      return response;
    },
  };
  if (typeof tokenProvider === "function") {
    watching.tokenProvider = async (request) => {
      const token = await tokenProvider(request);
      given.push(token);
      return token;
    };
  }
  return watching;
}

function read(text: string, evidence: Evidence): void {
  try {
    evidence.body = JSON.parse(text);
    evidence.me = parseScimMe(evidence.body);
  } catch {
    // How far it came says what is wrong; the parser's own words quote the body.
  }
}

/** Whether a request to another origin vanished in a browser, which does not say how. */
function isUnanswered(evidence: Evidence): evidence is Evidence & { url: URL } {
  const { url, page, error, responses } = evidence;
  return !!page && url?.origin !== page && error?.reason === "network" && !responses.length;
}

/** Whether anybody answers there, asked without a token, in a way that needs no CORS. */
async function probe({ origin, pathname }: URL, options: DiagnoseScimMeOptions): Promise<boolean> {
  const { fetch: send = fetch, signal } = options;
  const controller = new AbortController();
  const end = () => controller.abort();
  const timer = setTimeout(end, PROBE_MS);
  signal?.addEventListener("abort", end);
  try {
    await send(origin + pathname, {
      mode: "no-cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: controller.signal,
    });
    return true;
  } catch {
    signal?.throwIfAborted();
    return false;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
}
