import { isConfidential } from "./isConfidential.js";
import { ScimMeError } from "./ScimMeError.js";
import { sessionCookie } from "./sessionCookie.js";

function refuse(problem: string): never {
  throw new ScimMeError(
    "configuration",
    `${problem} Set endpoint to the URL of the Me resource itself, such as https://api.asgardeo.io/t/acme/scim2/Me.`,
  );
}

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
  let url: URL | undefined;
  try {
    if (endpoint) url = new URL(endpoint, page?.href);
  } catch {
    // Said below: a URL without a page to resolve it against, or no URL at all.
  }
  if (!url) refuse(`endpoint is not a URL${page ? "" : ", or has no page to be relative to"}.`);
  if (url.username || url.password) refuse("endpoint holds a user name or password.");
  if (!isConfidential(url)) refuse(`endpoint must be https, and ${url.origin} is not.`);
  if (tokenProvider === sessionCookie && page && url.origin !== page.origin) {
    refuse(`sessionCookie is for this page's own origin, not for ${url.origin}.`);
  }
  const names = { attributes, excludedAttributes };
  for (const [name, list] of Object.entries(names)) {
    if (!list?.length) continue;
    if (/[?&](?:excluded)?attributes=/i.test(url.search)) {
      refuse("attributes and excludedAttributes exclude each other (RFC 7644 §3.9).");
    }
    // Appended as text: going through searchParams would re-encode the endpoint's own query.
    url.search += `${url.search ? "&" : "?"}${name}=${list.map(encodeURIComponent).join(",")}`;
  }
  return url;
}
