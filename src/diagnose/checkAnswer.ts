import type { ScimMeReason } from "../scim/ScimMeError.js";
import { type Evidence, isRenewing } from "./Evidence.js";
import { failure, type Look, ok } from "./Finding.js";
import { isWso2 } from "./wso2.js";

/** 401, after the one renewal that the token contract allows. */
export function authentication(evidence: Evidence): Look {
  const { url, error, responses, usesCookie } = evidence;
  if (isRenewing(evidence)) {
    return failure(
      "The answer is 401, and when asked to renew, the token provider gave nothing within the time limit.",
      "See what it waits for when it is asked with the reason “rejected”: a hidden frame, a token endpoint. Or give it a longer timeoutMs.",
    );
  }
  const isRefused = error?.reason === "unauthorized" || error?.reason === "token-provider-failed";
  if (!isRefused) {
    const renewed = responses.length > 1;
    return ok(
      renewed
        ? "The first token is refused (401), and the renewed one accepted."
        : "The token is not refused.",
    );
  }
  if (usesCookie) {
    return failure("The answer is 401.", "Sign in to the app itself: its own server knows nobody.");
  }
  const then = () => {
    if (error.reason === "token-provider-failed") return "the token provider threw";
    return responses.length > 1 ? "the renewed token was refused too" : "there was no other token";
  };
  return failure(
    `The answer is 401, and when asked to renew, ${then()}.`,
    url && isWso2(url)
      ? "Give an access token, not an ID token, that has not expired, of the same organization as in the URL (/t/<organization>): Asgardeo gives one answer to a missing, an expired and a foreign token."
      : "Give an access token, not an ID token, that has not expired, of the issuer that this server trusts, and for this server (its audience).",
  );
}

/** 403: the token is good, and not good for this. */
export function scope({ url, error }: Evidence): Look {
  if (error?.reason !== "forbidden") return ok("The token may read the profile.");
  const { requiredScope } = error;
  if (url && isWso2(url)) {
    const wanted = requiredScope ?? "internal_login";
    return failure(
      `The answer is 403: the token lacks a scope, most likely ${wanted}.`,
      `Add ${wanted} to the scopes that your sign-in asks for, beside openid, and sign in again. A token keeps the scopes it was issued with, and so does its renewal.`,
    );
  }
  return failure(
    `The answer is 403${requiredScope ? `: the token lacks the scope ${requiredScope}` : ", without naming the scope it lacks"}.`,
    `Ask for ${requiredScope ?? "the scope that the provider's documentation names for /Me"} when signing in, and sign in again. If the token has it, see whether the person may use the API at all.`,
  );
}

/** What a status says of a `/Me` that is not there. */
const CURES: Record<number, string> = {
  400: "A token of an application (client credentials) has no person: sign a person in. Or the URL's query is refused.",
  404: "Either the path is wrong or the server has no /Me, or the token's person is not a user there. Compare the URL with the provider's documentation.",
  405: "The path exists and is not for reading. Compare it with the provider's documentation.",
  406: "The server does not offer application/scim+json or application/json here. Is it the SCIM API?",
  501: "The server has no /Me (RFC 7644 §3.11). Ask its provider, or put your own server between that reads /Users/{id}.",
};
const OTHERWISE = "Compare the URL with the provider's documentation: is it the SCIM 2.0 /Me?";

/** 404, 405, 501 and other refusals that no sign-in changes. */
export function resource({ error }: Evidence): Look {
  const reasons: (ScimMeReason | undefined)[] = ["unsupported", "conflict", "invalid"];
  if (!reasons.includes(error?.reason)) return ok("The server has a /Me for this token.");
  const status = error?.status ?? 0;
  return failure(`The answer is ${status}.`, CURES[status] ?? OTHERWISE);
}

/** 429, and for how long. */
export function rateLimit({ error, page }: Evidence): Look {
  if (error?.reason !== "rate-limited") return ok("No limit is reached.");
  const { retryAfterMs } = error;
  const hidden = page ? " that this page can read (Access-Control-Expose-Headers)" : "";
  return failure(
    `The answer is 429, ${retryAfterMs === undefined ? `with no Retry-After${hidden}` : `and asks to wait ${Math.ceil(retryAfterMs / 1000)} s`}.`,
    "Wait, then try again. If it comes back, look for what asks so often: a loop, a retry, other users of the same limit.",
  );
}

/** 5xx, and what else is the server's own trouble. */
export function server({ error }: Evidence): Look {
  if (error?.reason !== "unavailable") return ok("The server has no trouble of its own.");
  return failure(
    `The answer is ${error.status}.`,
    "It is the server's own, or a gateway's before it: see the provider's status page and logs. If it is always 500, the path may not be one that the server knows.",
  );
}
