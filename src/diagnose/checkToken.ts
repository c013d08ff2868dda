import { isToken } from "../scim/TokenProvider.js";
import type { Evidence } from "./Evidence.js";
import { failure, type Look, ok, warning } from "./Finding.js";
import { readClaims } from "./readClaims.js";

/** What the token provider gives: its shape, and where it is a JWT, what plainly cannot work. */
export function token({ usesCookie, given, error }: Evidence): Look {
  if (usesCookie) return ok("None is sent: sessionCookie leaves it to your own server.");
  const sent = given.filter(isToken).at(-1);
  if (sent) return lookInto(sent);
  if (given.length) return notAToken(given[0]);
  if (error?.reason === "timeout") {
    return failure(
      "The token provider gave nothing within the time limit, so nothing was sent.",
      "See what it waits for. Where the session is still loading, set pending and give nothing.",
    );
  }
  if (error?.reason === "token-provider-failed") {
    return failure(
      "The token provider threw, so nothing was sent.",
      "Call it by itself to see its error. Where nobody is signed in, return null instead.",
    );
  }
  return failure(
    "There is no token provider.",
    "Pass a function that gives the access token, or sessionCookie.",
  );
}

function notAToken(value: unknown): Look {
  if (!value) {
    return failure(
      "The token provider gave no token, so nothing was sent.",
      "Sign in first. While your session loads, set pending, so that nobody looks signed out.",
    );
  }
  if (value === "undefined" || value === "null") {
    return failure(
      `The token provider gave the text "${value}", so nothing was sent.`,
      "Something made text of a missing token: a template string, String(), or web storage. Give the token itself, or nothing.",
    );
  }
  if (typeof value === "string" && /^bearer\s/i.test(value)) {
    return failure(
      "The token provider gave a whole Authorization header, so nothing was sent.",
      "Give what stands behind “Bearer” alone.",
    );
  }
  return failure(
    "What the token provider gave is no bearer token (RFC 6750 §2.1), so nothing was sent.",
    typeof value === "string"
      ? "Give the token alone: no quotes, no JSON, no line breaks."
      : "Give the token as text: its access_token, not the whole session or response.",
  );
}

function lookInto(sent: string): Look {
  const claims = readClaims(sent);
  if (!claims) return ok("It has the form of a bearer token. It is opaque, as it may well be.");
  const { exp, at_hash, c_hash, nonce, sub, client_id, aut } = claims;
  if (typeof exp === "number" && exp * 1000 < Date.now()) {
    return warning(
      "By this device's clock the token has expired.",
      "Have the token provider renew it: it is asked with the reason “rejected”. Or set the clock.",
    );
  }
  if (at_hash ?? c_hash ?? nonce) {
    return warning(
      "It looks like an ID token, which tells the app who signed in and is not for an API.",
      "Give the access token.",
    );
  }
  if (aut === "APPLICATION" || (sub && sub === client_id)) {
    return warning(
      "It looks like an application's own token, and an application has no profile.",
      "Sign a person in by the authorization code flow; the grant type client credentials has nobody.",
    );
  }
  return ok("It is a JWT that has not expired.");
}
