import { refuse } from "./refuse.js";

/** What a caller asks to have or to leave out (RFC 7644 §3.9). */
export interface AskedAttributes {
  attributes?: string[];
  excludedAttributes?: string[];
}

/**
 * Reads the only two parameters of a request's query that are forwarded.
 *
 * @throws {ScimMeError} `invalid` for both at once, the endpoint's own query included.
 */
export function readAttributes(request: Request, endpoint: string): AskedAttributes {
  const { searchParams } = new URL(request.url);
  const asked: AskedAttributes = {};
  for (const name of ["attributes", "excludedAttributes"] as const) {
    const names = searchParams.getAll(name).join(",").split(",");
    const list = names.map((each) => each.trim()).filter(Boolean);
    if (list.length) asked[name] = list;
  }
  const fixed = /[?&](?:excluded)?attributes=/i.test(endpoint) ? 1 : 0;
  if (Object.keys(asked).length + fixed > 1) {
    refuse(400, "attributes and excludedAttributes exclude each other.", "invalidValue");
  }
  return asked;
}
