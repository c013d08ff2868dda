import { type Identity, startIdentity } from "./startIdentity.ts";

/** Starts the stack on its fixed ports for one app, and prints its URLs and everybody's login. */
export async function startDemo(appOrigin: string): Promise<Identity> {
  const identity = await startIdentity({
    port: 9443,
    scimPort: 9444,
    allowedOrigins: [appOrigin],
    redirectUris: [`${appOrigin}/callback`, `${appOrigin}/silent-callback.html`],
  });
  const { issuer, meEndpoint, clientId, people } = identity;
  const logins = people.map(
    ({ login, password, about }) => `${login.padEnd(8)}${password.padEnd(13)}${about}`,
  );
  console.log(`
OpenID provider  ${issuer}
SCIM Me          ${meEndpoint}
Client id        ${clientId}, for an app at ${appOrigin}

Login   Password     Who
${logins.join("\n")}

Everything is in memory. Stop with Ctrl+C.
`);
  return identity;
}
