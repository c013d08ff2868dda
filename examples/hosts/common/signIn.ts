export interface Session {
  accessToken: string;
  subject: string;
}

/** In place of an OpenID Connect library, which is the same in every host. */
export async function signIn(issuer = ""): Promise<Session> {
  const response = await fetch(`${issuer}/token`, { method: "POST" });
  return response.json();
}
