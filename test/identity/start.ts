import { startIdentity } from "./startIdentity.ts";

const { APP_ORIGIN = "http://localhost:5173" } = process.env;

try {
  const { issuer, meEndpoint, clientId, people } = await startIdentity({
    port: 9443,
    scimPort: 9444,
    allowedOrigins: [APP_ORIGIN],
    redirectUris: [`${APP_ORIGIN}/callback`, `${APP_ORIGIN}/silent-callback.html`],
  });
  console.log(`
OpenID provider  ${issuer}
SCIM Me          ${meEndpoint}
Client id        ${clientId}, for an app at ${APP_ORIGIN}

Login   Password     Who
${people.map(({ login, password, about }) => `${login.padEnd(8)}${password.padEnd(13)}${about}`).join("\n")}

Everything is in memory. Stop with Ctrl+C.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
