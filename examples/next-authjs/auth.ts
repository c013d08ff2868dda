import NextAuth, { type NextAuthConfig } from "next-auth";
import Asgardeo from "next-auth/providers/asgardeo";
import { directEndpoint } from "./directEndpoint.ts";

declare module "next-auth" {
  interface Session {
    /** In the direct mode only. */
    accessToken?: string | undefined;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    access_token?: string | undefined;
    refresh_token?: string | undefined;
    id_token?: string | undefined;
    /** In seconds since the epoch. */
    expires_at?: number | undefined;
  }
}

export const config = {
  providers: [
    Asgardeo({ authorization: { params: { scope: "openid profile email internal_login" } } }),
  ],
  callbacks: {
    // What this returns goes into the cookie, encrypted: nobody but this server can read it.
    jwt({ token, account, profile }) {
      if (!account || !profile?.sub) return token;
      const { access_token, refresh_token, id_token, expires_at } = account;
      return { sub: profile.sub, access_token, refresh_token, id_token, expires_at };
    },
    // What this returns goes to the browser. Without `user`, auth() would add the whole cookie.
    session: ({ session, token }) => ({
      user: { id: `${token.sub}` },
      expires: session.expires,
      ...(directEndpoint && { accessToken: token.access_token }),
    }),
  },
} satisfies NextAuthConfig;

export const { auth, handlers, signOut } = NextAuth(config);
