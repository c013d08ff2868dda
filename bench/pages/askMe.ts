import type { ScimMe } from "../../src/index.js";
import { handParse } from "./handParse.ts";

/** Where the bench serves a person. */
export const endpoint = "/scim2/Me";

export const tokenProvider = () => "token-of-barbara";

/** One request, as one would write it. */
export async function askMe(signal?: AbortSignal): Promise<ScimMe> {
  const response = await fetch(endpoint, {
    headers: { Authorization: `Bearer ${tokenProvider()}`, Accept: "application/scim+json" },
    ...(signal && { signal }),
  });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return handParse(await response.json());
}
