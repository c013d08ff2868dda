"use client";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { inSession } from "../../query/readMe.js";
import type { MeRequestOptions } from "../../query/splitRequest.js";
import { type MeRequest, useMeRequest } from "../../query/useMeRequest.js";
import { readSchemas, type ScimAttribute } from "../../scim/readSchemas.js";
import { resolveEndpoint } from "../../scim/resolveEndpoint.js";
import { sendMe } from "../../scim/sendMe.js";
import { isToken } from "../../scim/TokenProvider.js";

/** A form does not wait longer for a server to describe itself, in ms. */
const PATIENCE_MS = 3000;

/**
 * What the server says may be written (RFC 7644 §4), asked for once; an empty list where it does not
 * say, and undefined while that is not known.
 */
export function useSchemas(own: MeRequestOptions): readonly ScimAttribute[] | undefined {
  const client = useQueryClient();
  const request = useMeRequest(own);
  const url = schemasUrl(request.endpoint);
  const { data } = useQuery({
    queryKey: ["scim", "Schemas", request.endpoint],
    queryFn: () => readFrom(client, request, url).catch(() => []),
    enabled: url !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: "always",
    retry: false,
  });
  return url === undefined ? [] : data;
}

/** Beside `/Me` by SCIM's own name for it; an app's own `/api/me` is something else. */
function schemasUrl(endpoint: string): string | undefined {
  const path = endpoint.replace(/[?#].*$/, "");
  return /\/Me\/?$/.test(path) ? path.replace(/Me\/?$/, "Schemas") : undefined;
}

async function readFrom(
  client: QueryClient,
  request: MeRequest,
  endpoint = "",
): Promise<ScimAttribute[]> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const { tokenProvider } = inSession(client, request, signal);
  const isProvider = typeof tokenProvider === "function";
  const token = isProvider ? await tokenProvider({ reason: "initial", signal }) : undefined;
  if (isProvider && !isToken(token)) return [];
  // Sent alone: a refusal here says nothing about the session, and renews no token.
  const url = resolveEndpoint({ endpoint, tokenProvider });
  const options = { ...request, endpoint, tokenProvider };
  const { text } = await sendMe(options, url, signal, token ?? undefined);
  return readSchemas(JSON.parse(text));
}
