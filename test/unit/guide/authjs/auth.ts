interface Tokens {
  access_token?: string | undefined;
  id_token?: string | undefined;
}

/** What a page gets of Auth.js. */
export interface Session {
  user: Tokens;
}

/** What the guide tells Auth.js: ask for the scope, and hand the tokens to the pages. */
export const config = {
  authorization: { params: { scope: "openid profile email internal_login" } },
  callbacks: {
    jwt({ token, account }: { token: Tokens; account?: Tokens }): Tokens {
      if (!account) return token;
      const { access_token, id_token } = account;
      return { ...token, access_token, id_token };
    },
    session({ session, token }: { session: Session; token: Tokens }): Session {
      const { access_token, id_token } = token;
      return { user: { ...session.user, access_token, id_token } };
    },
  },
};
