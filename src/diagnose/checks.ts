import { authentication, rateLimit, resource, scope, server } from "./checkAnswer.js";
import { attributes } from "./checkAttributes.js";
import { contentType, json, person } from "./checkBody.js";
import { endpoint } from "./checkEndpoint.js";
import { cors, reachable, redirect } from "./checkNetwork.js";
import { token } from "./checkToken.js";
import { values } from "./checkValues.js";
import type { Evidence } from "./Evidence.js";
import type { Check, Look } from "./Finding.js";

/** Every check in its order, and the question that it answers. */
export const checks: readonly {
  check: Check;
  asks: string;
  look: (evidence: Evidence) => Look;
}[] = [
  {
    check: "endpoint",
    asks: "May a token be sent to this URL, and is it a `/Me`?",
    look: endpoint,
  },
  { check: "token", asks: "Does the token provider give a bearer token?", look: token },
  { check: "reachable", asks: "Does anybody answer there?", look: reachable },
  { check: "cors", asks: "Does the server let this page read the answer?", look: cors },
  { check: "redirect", asks: "Is the answer there, and not elsewhere?", look: redirect },
  { check: "authentication", asks: "Does the server accept the token?", look: authentication },
  { check: "scope", asks: "May the token read the profile?", look: scope },
  { check: "resource", asks: "Does the server have a `/Me` for this person?", look: resource },
  { check: "rate-limit", asks: "Has it been asked too often?", look: rateLimit },
  { check: "server", asks: "Is the server well?", look: server },
  { check: "content-type", asks: "Does it call the answer SCIM, or JSON?", look: contentType },
  { check: "json", asks: "Is the answer JSON?", look: json },
  { check: "person", asks: "Is it a SCIM User?", look: person },
  { check: "attributes", asks: "Which attributes are known, unknown, missing?", look: attributes },
  { check: "values", asks: "Do their values have the form of RFC 7643?", look: values },
];
