import type { Evidence } from "./Evidence.js";
import { failure, type Look, ok, warning } from "./Finding.js";
import { isAsgardeo } from "./wso2.js";

/** SCIM's other resources, which are taken for `/Me` (RFC 7644 §3.2), and its other spellings. */
const OTHER = /\/(?:users|groups|me|schemas|resourcetypes|serviceproviderconfig)(?:\/.*)?$/i;
const ORGANIZATION =
  "Put your organization's name before /scim2: https://api.asgardeo.io/t/<organization>/scim2/Me.";

/** The endpoint itself, before anything is sent. */
export function endpoint({ url, error, usesCookie }: Evidence): Look {
  if (!url) {
    const [says = "", advice = ""] = (error?.message ?? "")
      .replace("react-scim-me: ", "")
      .split(/ (?=Set endpoint)/);
    return failure(says, advice);
  }
  if (/[?&](?:access_)?token=/i.test(url.search)) {
    return warning(
      "The URL's query holds a token: servers, proxies and browsers keep URLs (RFC 6750 §2.3).",
      "Take it out of the URL. The token provider's goes into a header.",
    );
  }
  // An app's own route may be called anything.
  return (
    (usesCookie ? undefined : (oddPath(url) ?? oddAsgardeo(url))) ?? ok(`${place(url)} will do.`)
  );
}

function oddPath(url: URL): Look | undefined {
  const { origin, pathname } = url;
  if (/[{}<>]|%7b|%3c/i.test(pathname)) {
    return warning(
      "The URL still holds a placeholder in brackets.",
      "Put your organization's name in its place.",
    );
  }
  if (/\/Me\/?$/.test(pathname)) return undefined;
  if (/\/userinfo\/?$/i.test(pathname)) {
    return warning(
      "The URL is OpenID Connect's userinfo, which answers with claims and not with a SCIM User.",
      "Look for the provider's SCIM 2.0 base URL, and add /Me to it.",
    );
  }
  const base = pathname.replace(OTHER, "").replace(/\/+$/, "");
  return warning(
    "The URL does not end in /Me, with a capital M (RFC 7644 §3.11).",
    `Try ${origin}${base}/Me.`,
  );
}

function oddAsgardeo(url: URL): Look | undefined {
  if (!isAsgardeo(url)) return undefined;
  const { hostname, pathname } = url;
  if (hostname !== "api.asgardeo.io") {
    return warning(`${hostname} is not where Asgardeo's APIs are.`, ORGANIZATION);
  }
  if (!/^\/t\/[^/]+\//.test(pathname)) {
    return warning("The URL names no organization: /t/<organization> is missing.", ORGANIZATION);
  }
  if (/^\/t\/[^/]+\/o\/scim2\/Me/.test(pathname)) {
    return {
      ...ok(`${place(url)} is for people of a sub-organization (/o/).`),
      advice:
        "Its token is one of the sub-organization: in Asgardeo by the grant type Organization Switch. The root organization's own people are at /t/<organization>/scim2/Me.",
    };
  }
  return /^\/t\/[^/]+\/scim2\/Me/.test(pathname)
    ? undefined
    : warning("The path is not one of Asgardeo's for a profile.", ORGANIZATION);
}

/** A URL without its query, which may hold anything. */
function place({ origin, pathname }: URL): string {
  return origin + pathname;
}
