/** Headers that describe a body, which is not the one that the token provider may have had. */
const OF_A_BODY = ["Content-Encoding", "Content-Length", "Transfer-Encoding"];

/**
 * An answer that nobody but this browser may keep. `headers` are those that the provider appended to:
 * they become the answer's, and what describes another body goes from them.
 */
export function scimResponse(
  status: number,
  body: object | undefined,
  ours: Record<string, string | undefined>,
  headers: Headers,
): Response {
  for (const name of OF_A_BODY) headers.delete(name);
  headers.set("Cache-Control", "private, no-store");
  headers.append("Vary", "Cookie");
  headers.set("X-Content-Type-Options", "nosniff");
  if (body) headers.set("Content-Type", "application/scim+json");
  for (const [name, value] of Object.entries(ours)) if (value) headers.set(name, value);
  return new Response(body && JSON.stringify(body), { status, headers });
}
