import type { MeAnswer, MeChange, MeRequestSettings } from "../scim/RequestMeOptions.js";
import { requestMe } from "../scim/requestMe.js";
import { isToken, type Token, type TokenRequest } from "../scim/TokenProvider.js";
import type { CreateScimMeHandlersOptions } from "./createScimMeHandlers.js";
import { type Caller, giveCookies, keepCookies } from "./renewalCookies.js";

/** Sends a person's request to the provider with their token; their new cookies go back. */
export async function forwardMe(
  options: CreateScimMeHandlersOptions & MeRequestSettings,
  caller: Caller,
  change: MeChange | undefined,
): Promise<MeAnswer> {
  let token: Token;
  const tokenProvider = async (asked: TokenRequest) => {
    try {
      const given = await options.tokenProvider({ ...asked, ...caller });
      if (asked.reason === "initial") token = given;
      return given;
    } finally {
      if (asked.rejectedToken) keepCookies(asked.rejectedToken, caller);
    }
  };
  try {
    return await requestMe({ ...options, tokenProvider, signal: caller.request.signal }, change);
  } finally {
    if (isToken(token)) giveCookies(token, caller);
  }
}
