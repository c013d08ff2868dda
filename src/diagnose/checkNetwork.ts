import { type Evidence, isRenewing } from "./Evidence.js";
import { failure, type Look, ok, skipped } from "./Finding.js";
import { isWso2 } from "./wso2.js";

/** Whether there is anybody at the endpoint. */
export function reachable(evidence: Evidence): Look {
  const { url, page, probed, error, responses } = evidence;
  const host = url?.host;
  if (error?.reason === "timeout" && !isRenewing(evidence)) {
    return failure(
      "There was no whole answer within the time limit.",
      "Try again, with a longer timeoutMs. If it never ends, look at the server, and at what lies before it.",
    );
  }
  if (error?.reason !== "network" || probed) return ok(`${host} answers.`);
  if (responses.length) {
    return failure(
      "The server answered, and then the connection was lost.",
      "Try again. If it is always lost, look at what lies before the server: a proxy, a gateway.",
    );
  }
  if (!page) {
    const code = codeOf(error);
    return failure(
      `${host} does not answer${code && `: ${code}`}.`,
      "Check the host and the port in the URL, DNS, TLS certificates, and any proxy in between.",
    );
  }
  return failure(
    `${host} gives this page no answer. A browser does not say why: offline, no such host, a bad certificate, or a blocked request.`,
    "Open the URL in a tab of its own. If that shows anything at all, look for what blocks the page's request: its Content-Security-Policy (connect-src) or Cross-Origin-Embedder-Policy, an extension, a proxy, or the server itself, where it sends a Cross-Origin-Resource-Policy and lacks CORS.",
  );
}

/** Whether this page may read answers; what no page can tell apart is called likely. */
export function cors({ url, page, probed }: Evidence): Look {
  if (!page) return skipped("There is no page here, so CORS plays no part. It will in a browser.");
  if (url?.origin === page) return ok("The endpoint has the page's own origin.");
  if (!probed) return ok(`The server lets pages of ${page} read its answers.`);
  const where =
    url && isWso2(url)
      ? `In the Console, add ${page} to the application's Allowed origins (Protocol tab)`
      : `Let the server allow the origin ${page}`;
  return failure(
    `The server answers, but not so that a page of ${page} may read it. CORS is the likely cause; its status cannot be seen, and may be an error that lacks CORS headers.`,
    `${where}, as written: scheme, host and port. The preflight (OPTIONS) brings no token and must be answered with 2xx, with GET, and with Authorization among the allowed headers.`,
  );
}

/** Whether the answer is somewhere else, where a token is not sent. */
export function redirect({ error, responses }: Evidence): Look {
  const isElsewhere =
    error?.reason === "configuration" || (error?.reason === "unauthorized" && !error.status);
  if (!isElsewhere) return ok("The server does not redirect.");
  const status = responses.at(-1)?.status;
  return failure(
    `The server redirects${status ? ` (${status})` : ""}, and a token is not sent after it.`,
    "Set endpoint to the final URL: https, the right host, no slash too many. A redirect to a login page means that the server did not see who asks. RFC 7644 §3.11 lets a /Me redirect to the person's own URL: such a server needs that URL.",
  );
}

/** What Node says of a failed connection: a word such as ECONNREFUSED, and no more. */
function codeOf(error: Error): string {
  for (let cause: unknown = error.cause; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === "string" && /^[A-Z][A-Z_]{2,40}$/.test(code)) return code;
  }
  return "";
}
