/** @summary The parameters of {@link endSessionUrl}. */
export interface EndSessionOptions {
  /** The provider's `end_session_endpoint`. */
  endSessionEndpoint: string;
  /** The ID token of the session to end. */
  idTokenHint?: string | undefined;
  /** The app, where no ID token says which. */
  clientId?: string | undefined;
  /** Where the provider sends the browser afterwards; it must be registered there. */
  postLogoutRedirectUri?: string | undefined;
  /** Comes back as `state` on `postLogoutRedirectUri`. */
  state?: string | undefined;
}

/**
 * The URL that ends the session at the OpenID provider (OpenID Connect RP-Initiated Logout 1.0 §2).
 * Navigate to it; a fetch would not carry the provider's cookies.
 *
 * @summary URL of OpenID Connect RP-initiated logout, to navigate to.
 * @throws {TypeError} if `endSessionEndpoint` is not an http or https URL.
 *
 * @example
 * location.assign(endSessionUrl({ endSessionEndpoint, clientId, postLogoutRedirectUri: origin }));
 */
export function endSessionUrl(options: EndSessionOptions): string {
  const url = new URL(options.endSessionEndpoint);
  // It may come from a discovery document, and a page that navigates to `javascript:` runs it.
  if (!/^https?:$/.test(url.protocol)) {
    throw new TypeError(
      "react-scim-me: endSessionEndpoint must be an http or https URL. Use the provider's own.",
    );
  }
  const parameters = {
    id_token_hint: options.idTokenHint,
    client_id: options.clientId,
    post_logout_redirect_uri: options.postLogoutRedirectUri,
    state: options.state,
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (value) url.searchParams.set(name, value);
  }
  return url.href;
}
