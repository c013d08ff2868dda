import { endSessionUrl } from "react-scim-me";
import { signOut } from "../../../auth.ts";
import { providerMetadata } from "../../../provider.ts";
import { readTokens } from "../../../session.ts";

/**
 * Ends this app's session, and names the URL that ends the provider's. Not a server action: after
 * one Next.js renders the page anew, for the person whom the request came from.
 */
export async function POST(request: Request): Promise<Response> {
  const tokens = await readTokens(request.headers);
  // Also what another site's page gets, with which the browser sends no cookie: nothing happens.
  if (!tokens) return Response.json({ url: "/" });
  const { end_session_endpoint } = await providerMetadata();
  await signOut({ redirect: false });
  const url = endSessionUrl({
    endSessionEndpoint: end_session_endpoint,
    idTokenHint: tokens.id_token,
    clientId: process.env.AUTH_ASGARDEO_ID,
    postLogoutRedirectUri: new URL("/", process.env.AUTH_URL).href,
  });
  return Response.json({ url });
}
