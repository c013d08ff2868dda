import type { QueryClient } from "@tanstack/react-query";
import { meSession } from "../../query/MeSession.js";
import { inSession } from "../../query/readMe.js";
import type { MeRequest } from "../../query/useMeRequest.js";
import { readSchemas, type ScimAttribute } from "../../scim/readSchemas.js";
import { requestMe } from "../../scim/requestMe.js";

/** A form does not wait longer for a server to describe itself, in ms. */
const PATIENCE_MS = 3000;

/**
 * What the server says may be written (RFC 7644 §4), read until it says something; an empty list
 * where it does not. It stands beside `/Me` by SCIM's own name: an app's own `/api/me` has none.
 */
export async function schemasOf(
  client: QueryClient,
  request: MeRequest,
): Promise<readonly ScimAttribute[]> {
  const [, base] = /^([^?#]*\/)Me\/?(?:[?#]|$)/.exec(request.endpoint) ?? [];
  // The form's code may come when its person is on the way out.
  if (!base || request.pending || meSession(client).hasLeft(request.subject)) return [];
  return client.fetchQuery<readonly ScimAttribute[]>({
    queryKey: ["scim", "Schemas", request.endpoint],
    // Not an error to anybody: a host may watch those of its cache.
    queryFn: ({ signal }) =>
      ask(inSession(client, request, signal), `${base}Schemas`).catch(() => []),
    staleTime: ({ state }) => (state.data?.length ? Number.POSITIVE_INFINITY : 0),
    networkMode: "always",
  });
}

async function ask(
  { tokenProvider, signal, fetch: send = fetch }: ReturnType<typeof inSession>,
  endpoint: string,
): Promise<readonly ScimAttribute[]> {
  const { text } = await requestMe({
    endpoint,
    tokenProvider,
    signal,
    timeoutMs: PATIENCE_MS,
    async fetch(...call) {
      const response = await send(...call);
      // A refusal here says nothing about the session, and is to renew no token.
      if (response.status === 401) throw response;
      return response;
    },
  });
  return readSchemas(JSON.parse(text));
}
