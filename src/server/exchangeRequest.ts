import type { TokenExchangeOptions } from "./TokenExchangeOptions.js";

const GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
const ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

/** Encoded for a form, as HTTP Basic wants the parts of a client's credentials (RFC 6749 §2.3.1). */
function encoded(value: string): string {
  return new URLSearchParams({ "": value }).toString().slice(1);
}

/** The request of RFC 8693 §2.1, which follows no redirect and leaves no trace. */
export function exchangeRequest(
  options: TokenExchangeOptions,
  subjectToken: string,
): RequestInit & { headers: Record<string, string> } {
  const { clientId, clientSecret } = options;
  const parameters = {
    grant_type: GRANT,
    subject_token: subjectToken,
    subject_token_type: options.subjectTokenType ?? ACCESS_TOKEN,
    requested_token_type: options.requestedTokenType,
    audience: options.audience,
    resource: options.resource,
    scope: options.scope,
    client_id: clientSecret ? undefined : clientId,
  };
  const body = new URLSearchParams();
  for (const [name, values = []] of Object.entries(parameters)) {
    for (const value of [values].flat()) body.append(name, value);
  }
  const headers: Record<string, string> = {
    Accept: "application/json",
    "Content-Type": "application/x-www-form-urlencoded",
  };
  if (clientSecret) {
    headers.Authorization = `Basic ${btoa(`${encoded(clientId)}:${encoded(clientSecret)}`)}`;
  }
  return {
    method: "POST",
    headers,
    body: body.toString(),
    redirect: "manual",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
  };
}
