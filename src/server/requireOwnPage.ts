import { refuse } from "./refuse.js";

/**
 * Lets nobody's page but the app's own send the person's cookies here. A change has to prove where
 * it comes from; a read may be silent about it, because no other origin can read the answer.
 *
 * @throws {ScimMeError} `forbidden`.
 */
export function requireOwnPage(
  request: Request,
  method: "GET" | "PATCH",
  allowedOrigins: readonly string[] = [],
): void {
  const site = request.headers.get("Sec-Fetch-Site");
  const origin = request.headers.get("Origin");
  if (origin && allowedOrigins.includes(origin)) return;
  if (method === "GET" && (site ? site === "none" : !origin)) return;
  if (site ? site === "same-origin" : isHere(origin, request)) return;
  refuse(403, "This is for pages of its own origin only.");
}

/** Whether an `Origin` is the host that was called, under its own name or a proxy's. */
function isHere(origin: string | null, { headers, url }: Request): boolean {
  const [forwarded] = (headers.get("X-Forwarded-Host") ?? "").split(",");
  const hosts = [forwarded, headers.get("Host") ?? new URL(url).host];
  try {
    const { host, protocol } = new URL(origin ?? "");
    // With the origin's protocol, so that the port it implies may be spelled out.
    return hosts.some((name) => name && new URL(`${protocol}//${name}`).host === host);
  } catch {
    return false;
  }
}
