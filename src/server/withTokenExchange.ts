import { isControlFlow } from "../scim/isControlFlow.js";
import { refreshToken } from "../scim/refreshToken.js";
import { isToken, type Token, type TokenRequest } from "../scim/TokenProvider.js";
import { quotesToken } from "../scim/withoutToken.js";
import { exchangeOnce } from "./exchangeOnce.js";
import { exchangeToken } from "./exchangeToken.js";
import { type Caller, giveCookies, keepCookies } from "./renewalCookies.js";
import { TokenExchangeError } from "./TokenExchangeError.js";
import type { TokenExchangeOptions } from "./TokenExchangeOptions.js";

/**
 * A token provider for an API that trusts another provider than the one that signed the person in:
 * it exchanges their token there (OAuth 2.0 Token Exchange, RFC 8693). Results are kept in memory
 * until they expire, by subject token. Make one per API, outside of any request.
 *
 * A refused result is exchanged anew; where the exchange refuses the person's own token, that one is
 * renewed once. Throws {@link TokenExchangeError} when it is asked, never when it is made.
 *
 * @summary Token provider that exchanges tokens for another API (RFC 8693).
 * @example
 * createScimMeHandlers({
 *   endpoint: "https://api.example.com/scim2/Me",
 *   tokenProvider: withTokenExchange(async ({ request }) => (await readSession(request))?.token, {
 *     tokenEndpoint: "https://login.example.com/oauth2/token",
 *     clientId: "web",
 *     clientSecret: process.env.CLIENT_SECRET,
 *     audience: "https://api.example.com",
 *   }),
 * });
 */
export function withTokenExchange<Asked extends TokenRequest & Partial<Caller> = TokenRequest>(
  tokenProvider: (request: Asked) => Token | Promise<Token>,
  options: TokenExchangeOptions,
): (request: Asked) => Promise<Token> {
  const exchange = exchangeOnce((subjectToken) => exchangeToken(options, subjectToken));

  return async (request) => {
    const { rejectedToken, ...asked } = request;
    const ask = async (more: Partial<TokenRequest>) => {
      try {
        return await tokenProvider({ ...asked, ...more } as Asked);
      } catch (error) {
        // Whoever asks for the exchanged token does not know this one, to look for it in the error.
        const refused = more.rejectedToken;
        if (!refused || isControlFlow(error) || !quotesToken(error, [refused])) throw error;
        throw new TokenExchangeError("the token provider threw an error with the refused token.");
      }
    };
    const subject = await ask({ reason: "initial" });
    if (!isToken(subject)) return subject;
    try {
      return await exchange(subject, rejectedToken);
    } catch (error) {
      if (!(error instanceof TokenExchangeError && error.refusesSubject)) throw error;
      // A server that gives back what it got is asked within the very renewal that would be shared.
      const renewed =
        subject === rejectedToken
          ? await ask({ reason: "rejected", rejectedToken })
          : await renew(subject, ask, request);
      if (renewed === subject) throw error;
      return isToken(renewed) ? exchange(renewed, rejectedToken) : renewed;
    }
  };
}

/** Renews a person's own token once for all who were refused with it, and their cookies with it. */
async function renew(
  rejectedToken: string,
  ask: (request: TokenRequest) => Token | Promise<Token>,
  caller: Partial<Caller>,
): Promise<Token> {
  try {
    return await refreshToken(rejectedToken, async (request) => {
      try {
        return await ask(request);
      } finally {
        keepCookies(rejectedToken, caller);
      }
    });
  } finally {
    giveCookies(rejectedToken, caller);
  }
}
