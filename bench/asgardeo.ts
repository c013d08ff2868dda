import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { Browser, BrowserContext } from "playwright";
import { exampleMe } from "../src/mocks/exampleMe.ts";
import { examplePhoto } from "../src/mocks/examplePhoto.ts";
import type { Served } from "./servePages.ts";

const asgardeo = `${import.meta.dirname}/peers/pages/asgardeo.jsx`;

/** The script of an app with @asgardeo/react. */
export const asgardeoApp: string = `import { startAsgardeo } from ${JSON.stringify(asgardeo)}; startAsgardeo();`;

/** What a browser keeps of a sign-in. */
export interface SignedIn {
  local: Record<string, string>;
  session: Record<string, string>;
}

/** The person as Asgardeo writes them: its SDK cannot show addresses that are objects. */
const me = {
  ...exampleMe,
  emails: ["bjensen@example.com"],
  phoneNumbers: undefined,
  photos: undefined,
  profileUrl: examplePhoto,
};

const text = (name: string, displayName: string) => ({
  ...{ name, displayName, type: "STRING", mutability: "READ_WRITE" },
  ...{ multiValued: name === "emails", required: false },
});

const schemas = [
  {
    id: "urn:ietf:params:scim:schemas:core:2.0:User",
    attributes: [
      text("userName", "Username"),
      {
        ...text("name", "Name"),
        type: "COMPLEX",
        subAttributes: [text("givenName", "First Name"), text("familyName", "Last Name")],
      },
      ...[text("displayName", "Display Name"), text("title", "Title"), text("emails", "Email")],
    ],
  },
];

/** An OpenID provider and its SCIM server, below `/t/bench` of the pages' own origin. */
export async function serveAsgardeo(): Promise<NonNullable<Served["others"]>> {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const key = { ...(await exportJWK(publicKey)), alg: "RS256", use: "sig", kid: "bench" };
  const idToken = (issuer: string) =>
    new SignJWT({ name: exampleMe.displayName, username: exampleMe.userName })
      .setProtectedHeader({ alg: key.alg, kid: key.kid })
      .setIssuer(issuer)
      .setAudience("bench")
      .setSubject(String(exampleMe.id))
      .setIssuedAt()
      .setExpirationTime("10h")
      .sign(privateKey);
  return async (path, origin) => {
    switch (path.replace("/t/bench", "")) {
      case "/oauth2/token":
        return {
          ...{ access_token: "token-of-barbara", token_type: "Bearer", expires_in: 36_000 },
          id_token: await idToken(`${origin}/t/bench/oauth2/token`),
          scope: "openid profile internal_login",
        };
      case "/oauth2/jwks":
        return { keys: [key] };
      case "/scim2/Me":
        return me;
      case "/scim2/Schemas":
        return schemas;
      case "/api/users/v1/me/organizations":
        return { organizations: [] };
      default:
        return undefined;
    }
  };
}

/** Signs in at the page of an app, which the provider lets pass at once. */
export async function signIn(browser: Browser, url: string): Promise<SignedIn> {
  const context = await browser.newContext();
  try {
    await context.route("**/oauth2/authorize?*", async (route) => {
      const asked = new URL(route.request().url()).searchParams;
      const back = new URL(asked.get("redirect_uri") ?? "");
      back.searchParams.set("code", "code-of-barbara");
      back.searchParams.set("state", asked.get("state") ?? "");
      await route.fulfill({ status: 302, headers: { Location: back.href } });
    });
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole("button", { name: "Sign In" }).click();
    await page.getByText("Barbara Jensen").first().waitFor();
    return await page.evaluate(() => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
    }));
  } finally {
    await context.close();
  }
}

/** Lets a browser begin as one in which somebody has signed in. */
export async function startSignedIn(context: BrowserContext, signedIn: SignedIn): Promise<void> {
  await context.addInitScript(({ local, session }) => {
    Object.assign(localStorage, local);
    Object.assign(sessionStorage, session);
  }, signedIn);
}
