import { type NextRequest, NextResponse } from "next/server";
import { freshTokens } from "./session.ts";

/** Renews the session before a page is rendered: a Server Component can't set cookies. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const headers = new Headers();
  // Where the provider can't be reached, the page tells.
  await freshTokens(request.headers, headers).catch(() => null);
  // The page reads the request's cookies, and has to see the new ones.
  for (const { name, value } of new NextResponse(null, { headers }).cookies.getAll()) {
    request.cookies.set(name, value);
  }
  return NextResponse.next({ request, headers });
}

export const config = {
  matcher: ["/client", "/server", "/api/auth/session"],
};
