interface Metadata {
  token_endpoint: string;
  end_session_endpoint: string;
}

/** What the provider says about itself (OpenID Connect Discovery 1.0 §4). */
export async function providerMetadata(): Promise<Metadata> {
  const issuer = process.env.AUTH_ASGARDEO_ISSUER;
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  if (!response.ok) throw new Error(`The provider's metadata answered ${response.status}.`);
  return response.json();
}
