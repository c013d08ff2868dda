import { delay, HttpResponse, http } from "msw";
import { createScimMePlayer } from "./createScimMePlayer.js";
import { exampleSchemas } from "./exampleSchemas.js";
import type { ScimMeHandlersOptions } from "./ScimMeHandlersOptions.js";

/**
 * MSW handlers for GET and PATCH of `/Me`, and GET of the `/Schemas` beside it, that play
 * {@link scimMeScenarios}. They are honest:
 * without a Bearer token they answer 401, a token of `scenarioToken` plays its own scenario
 * whatever the options say, and an unknown scenario is a 400 that lists the valid ones. Each call
 * remembers its own updates; create the handlers anew to forget them. A story in `withScimMe` starts
 * without those of others.
 *
 * @summary MSW handlers for `/Me` and `/Schemas`.
 * @example
 * const server = setupServer(...scimMeHandlers({ endpoint: "https://scim.example.com/scim2/Me" }));
 */
export function scimMeHandlers(
  options: ScimMeHandlersOptions = {},
): ReturnType<typeof http.get | typeof http.patch>[] {
  const play = createScimMePlayer(options);

  async function respond({ request }: { request: Request }): Promise<Response> {
    const sent: unknown = await request
      .clone()
      .json()
      .catch(() => undefined);
    const { scenario, network, status, headers, body, delayMs } = await play(request);
    const isBearer = /^Bearer +\S/i.test(request.headers.get("Authorization") ?? "");
    const authorization = isBearer ? "present" : "absent";
    options.onRequest?.({
      method: request.method,
      url: request.url,
      scenario,
      authorization,
      status,
      ...(sent !== undefined && { body: sent }),
    });

    if (network === "hangs") await untilAborted(request.signal);
    const wait = options.delayMs ?? delayMs;
    if (wait > 0) await delay(wait);
    if (network !== "answers" || status === null) return HttpResponse.error();
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return new HttpResponse(text, { status, headers });
  }

  const path = asPattern(options.endpoint ?? "*/scim2/Me");
  const schemas = path.replace(/\/Me\/?$/, "/Schemas");
  return [
    http.get(path, respond),
    http.patch(path, respond),
    // What the editing form asks for; an endpoint of another name has none beside it.
    ...(schemas === path ? [] : [http.get(schemas, () => HttpResponse.json(exampleSchemas))]),
  ];
}

/** MSW reads a path as a pattern; of that only its wildcard is meant. Requests have it as a URL. */
function asPattern(endpoint: string): string {
  const page = (globalThis as { location?: Location }).location?.href;
  let path = endpoint.trim().replace(/[?#].*$/, "");
  if (/^(https?:)?\/\//i.test(path) && URL.canParse(path, page)) {
    const { origin, pathname } = new URL(path, page);
    // Of an IPv6 address the colons would be parameters.
    path = origin.replace(/\[.*\]/, "*") + pathname;
  }
  return path.replace(/[+()]/g, "\\$&").replace(/[{}]|[^\0-\x7f]+/g, encodeURIComponent);
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
