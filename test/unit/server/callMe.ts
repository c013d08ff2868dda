import {
  type CreateScimMeHandlersOptions,
  createScimMeHandlers,
} from "../../../src/server/index.js";
import { type Answer, serveMe } from "../scim/serveMe.js";

export const app = "https://app.example.com";

/** What a browser sends from a page of the app's own. */
export const ownPage = { "Sec-Fetch-Site": "same-origin", Cookie: "session=kim" };

/** A browser's request to the app's own `/api/me`. */
export function read(headers: HeadersInit = ownPage, query = ""): Request {
  return new Request(`${app}/api/me${query}`, { headers });
}

const oneChange = { Operations: [{ op: "replace", value: { title: "Boss" } }] };

/** A browser's change; a body that is no text is sent as JSON. */
export function change(body: unknown = oneChange, headers: Record<string, string> = {}): Request {
  return new Request(`${app}/api/me`, {
    method: "PATCH",
    headers: { ...ownPage, "Content-Type": "application/scim+json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** Handlers before a provider that answers as told, and what was sent there. */
export async function serveHandlers(
  answer: Answer,
  options: Partial<CreateScimMeHandlersOptions> = {},
) {
  const provider = await serveMe(answer);
  const { endpoint } = provider;
  const tokenProvider = () => "the-token-of-kim";
  return { ...provider, ...createScimMeHandlers({ endpoint, tokenProvider, ...options }) };
}
