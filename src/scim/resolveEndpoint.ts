import { isConfidential } from "./isConfidential.js";
import { ScimMeError } from "./ScimMeError.js";
import { sessionCookie } from "./sessionCookie.js";

/** What decides the URL of a request. */
export interface EndpointOptions {
  endpoint: string;
  tokenProvider?: unknown;
  attributes?: readonly string[] | undefined;
  excludedAttributes?: readonly string[] | undefined;
}

/**
 * The URL to call: https, or http to this machine, without userinfo.
 *
 * @throws {ScimMeError} `configuration` for any other.
 */
export function resolveEndpoint(options: EndpointOptions): URL {
  const { endpoint, tokenProvider, attributes, excludedAttributes } = options;
  const page = (globalThis as { location?: Location }).location;
  let problem: string | undefined;
  let url: URL | undefined;
  try {
    // No page can make a URL of "//", as it could of nothing or of a blank.
    url = new URL(endpoint?.trim() || "//", page?.href);
    if (!isConfidential(url)) problem = "must be https";
    if (url.username || url.password) problem = "holds a user name or password";
    if (tokenProvider === sessionCookie && page && url.origin !== page.origin) {
      problem = "must be same-origin with sessionCookie";
    }
  } catch {
    problem = `is not ${page ? "a" : "an absolute"} URL`;
  }
  for (const [name, list] of Object.entries({ attributes, excludedAttributes })) {
    if (!url || !list?.length) continue;
    if (/[?&](?:excluded)?attributes=/i.test(url.search)) {
      problem = "takes attributes or excludedAttributes, not both";
    }
    // Appended as text: going through searchParams would re-encode the endpoint's own query.
    url.search += `${url.search && "&"}${name}=${list.map(encodeURIComponent).join(",")}`;
  }
  if (!problem) return url as URL;
  throw new ScimMeError(
    "configuration",
    `endpoint ${problem}. Set endpoint to the URL of the Me resource itself.`,
  );
}
