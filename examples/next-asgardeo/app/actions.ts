"use server";
import { cookies } from "next/headers";
import { endSessionUrl } from "react-scim-me";

/**
 * Drops the session that a new sign-in is to replace: while its cookie is there, even with a token
 * that has expired, the SDK leaves the answer of a sign-in unread.
 */
export async function forgetSession(): Promise<void> {
  (await cookies()).delete("__asgardeo__session");
}

/** The provider's own page for signing out, for when the SDK has forgotten the session. */
export async function signOutPage(): Promise<string> {
  return endSessionUrl({
    endSessionEndpoint: `${process.env.NEXT_PUBLIC_ASGARDEO_BASE_URL}/oidc/logout`,
    clientId: process.env.NEXT_PUBLIC_ASGARDEO_CLIENT_ID,
    postLogoutRedirectUri: process.env.NEXT_PUBLIC_ASGARDEO_AFTER_SIGN_OUT_URL,
  });
}
