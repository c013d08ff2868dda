import { type Identity, type IdentityOptions, startIdentity } from "./startIdentity.ts";

/** Where each of the examples is sent back to. */
const callbacks = ["/callback", "/silent-callback.html", "/api/auth/callback/asgardeo"];

/** Starts the stack on its fixed ports for one app, and prints its URLs and everybody's login. */
export async function startDemo(
  appOrigin: string,
  client: Pick<IdentityOptions, "clientAuthentication"> = {},
): Promise<Identity> {
  const identity = await startIdentity({
    port: 9443,
    scimPort: 9444,
    allowedOrigins: [appOrigin],
    redirectUris: callbacks.map((path) => `${appOrigin}${path}`),
    ...client,
  });
  const { baseUrl, issuer, meEndpoint, clientId, people } = identity;
  const logins = people.map(
    ({ login, password, about }) => `${login.padEnd(8)}${password.padEnd(13)}${about}`,
  );
  console.log(`
OpenID provider  ${issuer}
Base URL         ${baseUrl}
SCIM Me          ${meEndpoint}
Client id        ${clientId}, for an app at ${appOrigin}

Login   Password     Who
${logins.join("\n")}

Everything is in memory. Stop with Ctrl+C.
`);
  return identity;
}
