import { isObject } from "../scim/readValues.js";
import type { Evidence } from "./Evidence.js";
import { failure, type Look, ok, warning } from "./Finding.js";

const NOT_SCIM =
  "Is the endpoint the API itself, and not a page of the app, a development server's fallback to index.html, or a login page?";

/** What the answer is said to be; it is read whatever that is. */
export function contentType({ responses }: Evidence): Look {
  const type = responses.at(-1)?.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/scim+json" || type === "application/json")
    return ok(`The answer is called ${type}.`);
  // A server's own words: a type is short and plain, or it is not repeated.
  const named = type && /^[\w.+-]{1,40}\/[\w.+-]{1,40}$/.test(type) ? type : "something else";
  return warning(
    type ? `The answer is called ${named}.` : "The answer has no Content-Type.",
    "SCIM's is application/scim+json (RFC 7644 §3.8). It is read all the same, if it is JSON.",
  );
}

/** Whether it can be read at all. */
export function json(evidence: Evidence): Look {
  if ("body" in evidence) return ok("The answer is JSON.");
  const text = evidence.answer?.text;
  if (text === undefined) {
    return failure(
      "The answer is larger than 5 MiB, and is not read.",
      "Ask for fewer attributes: excludedAttributes=groups, in the endpoint's query.",
    );
  }
  if (/^\s*</.test(text)) return failure("The answer is a web page, or XML.", NOT_SCIM);
  return failure(text.trim() ? "The answer is not JSON." : "The answer is empty.", NOT_SCIM);
}

/** Whether it is a person. */
export function person({ me, body }: Evidence): Look {
  if (me) return ok("The answer is a SCIM User.");
  // Nothing deep is looked into: nobody has checked how deep it is.
  const schemas = isObject(body)
    ? [body.schemas].flat().filter((urn) => typeof urn === "string")
    : [];
  const says = (urn: RegExp) => schemas.some((schema) => urn.test(schema));
  if (Array.isArray(body) || says(/:ListResponse$/i) || hasAny(body, "Resources")) {
    return failure("The answer is a list.", "Use /Me in place of /Users.");
  }
  if (says(/:Error$/i)) {
    return failure(
      "The answer is a SCIM error, under a status that says success.",
      "Look at the server: an error has a status of its own (RFC 7644 §3.12).",
    );
  }
  if (says(/:Group$/i)) {
    return failure("The answer is a group.", "Use /Me in place of /Groups/{id}.");
  }
  if (hasAny(body, "sub", "iss", "active", "token_type")) {
    return failure(
      "The answer holds a token's claims, as userinfo and token introspection do.",
      "Look for the provider's SCIM 2.0 base URL, and add /Me to it.",
    );
  }
  return failure(
    "The answer has neither a user name nor an id nor another attribute of a User.",
    "Open the endpoint with a token and compare it with RFC 7643 §4.1.",
  );
}

function hasAny(body: unknown, ...names: string[]): boolean {
  return isObject(body) && names.some((name) => Object.hasOwn(body, name));
}
