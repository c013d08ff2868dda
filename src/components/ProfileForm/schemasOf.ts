import type { QueryClient } from "@tanstack/react-query";
import { inSession } from "../../query/readMe.js";
import type { MeRequest } from "../../query/useMeRequest.js";
import { readSchemas, type ScimAttribute } from "../../scim/readSchemas.js";
import { resolveEndpoint } from "../../scim/resolveEndpoint.js";
import { sendMe } from "../../scim/sendMe.js";
import { isToken } from "../../scim/TokenProvider.js";

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
  const path = request.endpoint.replace(/[?#].*$/, "");
  if (!/\/Me\/?$/.test(path)) return [];
  return client.fetchQuery<readonly ScimAttribute[]>({
    queryKey: ["scim", "Schemas", request.endpoint],
    // Not an error to anybody: a host may watch those of its cache.
    queryFn: () => readFrom(client, request, path.replace(/Me\/?$/, "Schemas")).catch(() => []),
    staleTime: ({ state }) => (state.data?.length ? Number.POSITIVE_INFINITY : 0),
    networkMode: "always",
    retry: false,
  });
}

function readFrom(client: QueryClient, request: MeRequest, endpoint: string) {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const end = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  return Promise.race([ask(client, request, endpoint, signal), end]);
}

async function ask(
  client: QueryClient,
  request: MeRequest,
  endpoint: string,
  signal: AbortSignal,
): Promise<readonly ScimAttribute[]> {
  const { tokenProvider } = inSession(client, request, signal);
  const isProvider = typeof tokenProvider === "function";
  const token = isProvider ? await tokenProvider({ reason: "initial", signal }) : undefined;
  if (isProvider && !isToken(token)) return [];
  const options = { ...request, endpoint, tokenProvider };
  const url = resolveEndpoint({ endpoint, tokenProvider });
  // Sent alone: a refusal here says nothing about the session, and renews no token.
  const { text } = await sendMe(options, url, signal, token ?? undefined);
  return readSchemas(JSON.parse(text));
}
