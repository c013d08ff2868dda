import type { Evidence } from "./Evidence.js";
import { failure, type Look, ok, warning } from "./Finding.js";
import { isAsgardeo } from "./wso2.js";

const BASE_URL = "Look for the provider's SCIM 2.0 base URL, and add /Me to it.";

/** SCIM's other resources, which are taken for `/Me` (RFC 7644 §3.2), and its other spellings. */
const OTHER = /\/(?:users|groups|me|schemas|resourcetypes|serviceproviderconfig)(?:\/.*)?$/i;

/** Where people sign in, and where it is told how (RFC 8414 §3): known better than SCIM's URL. */
const SIGN_IN = /\/\.well-known\/|\/(?:authorize|token|jwks|introspect|revoke)\/?$/i;

/** What begins as a host does, and is taken for a scheme, or for a path of the page. */
const HOST = /^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:[/?#]|$)/i;

/** The endpoint itself, before anything is sent. */
export function endpoint({ written, url, error, usesCookie }: Evidence): Look {
  if (HOST.test(written)) {
    return (url ? warning : failure)(
      `The endpoint looks like a host without a scheme${url ? `, so that this page's own ${url.host} is asked` : ""}.`,
      "Put https:// before it, or http:// for this machine. A path of your own server begins with a slash.",
    );
  }
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
  if (/[{}]|%7b|%3c/i.test(url.pathname)) {
    return warning(
      "The URL still holds a placeholder in brackets.",
      "Put in its place what your provider's documentation says, such as your organization's name.",
    );
  }
  // An app's own route may be called anything.
  if (usesCookie) return ok(`${place(url)} will do.`);
  return isAsgardeo(url) ? ofAsgardeo(url) : ofAnyServer(url);
}

/** Asgardeo has profiles at one path below an organization's, and below a sub-organization's. */
function ofAsgardeo(url: URL): Look {
  const { hostname, pathname } = url;
  const isApi = /^api\.(?:[a-z]+\.)?asgardeo\.io$/.test(hostname);
  const advice = `It is https://${isApi ? hostname : "api.asgardeo.io"}/t/<organization>/scim2/Me, with your organization's name.`;
  if (!isApi) return warning(`${hostname} is not where Asgardeo's APIs are.`, advice);
  if (!/^\/t\/./.test(pathname)) return warning("The path names no organization.", advice);
  const [path, sub] = /^\/t\/[^/]+(\/o)?\/scim2\/Me\/?$/.exec(pathname) ?? [];
  if (!path) return warning("The path is not a profile's.", advice);
  return ok(
    sub
      ? `${place(url)} is for people of a sub-organization, whose token comes by the grant type Organization Switch.`
      : `${place(url)} will do.`,
  );
}

function ofAnyServer(url: URL): Look {
  const { origin, pathname } = url;
  if (/\/Me\/?$/.test(pathname)) return ok(`${place(url)} will do.`);
  if (/\/userinfo\/?$/i.test(pathname)) {
    return warning(
      "The URL is OpenID Connect's userinfo, which answers with claims and not with a SCIM User.",
      BASE_URL,
    );
  }
  if (SIGN_IN.test(pathname)) {
    return warning("The URL is one of the sign-in (OAuth, OpenID Connect), not of SCIM.", BASE_URL);
  }
  const base = pathname.replace(OTHER, "").replace(/\/+$/, "");
  return warning(
    "The URL does not end in /Me, with a capital M (RFC 7644 §3.11).",
    `Try ${origin}${base}/Me.`,
  );
}

/** A URL without its query, which may hold anything. */
function place({ origin, pathname }: URL): string {
  return origin + pathname;
}
