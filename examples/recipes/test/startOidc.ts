import { HttpResponse, http } from "msw";
import { OidcClient, type OidcClientSettings, User } from "oidc-client-ts";
import { onTestFinished, vi } from "vitest";
import { userManager } from "../userManager.ts";
import { gate } from "./gate.ts";
import { server } from "./scimServer.ts";
import type { Sdk, Situation } from "./testSession.tsx";

/** The real client with a provider behind it; only what leaves the page is cut short. */
export async function startOidc({ token, renewal }: Situation): Promise<Omit<Sdk, "Provider">> {
  await userManager.removeUser();
  if (token) await userManager.storeUser(user(token));
  const { opened, open } = gate();
  const { getUser } = userManager;
  vi.spyOn(userManager, "getUser").mockImplementation(() =>
    opened.then(() => getUser.call(userManager)),
  );
  const signIn = vi.spyOn(userManager, "signinRedirect").mockResolvedValue();
  const signOut = vi
    .spyOn(userManager, "signoutRedirect")
    .mockImplementation(() => userManager.removeUser());
  onTestFinished(() => void vi.restoreAllMocks());

  let renewals = 0;
  server.use(
    http.get("https://id.example.com/.well-known/openid-configuration", () =>
      HttpResponse.json({
        issuer: "https://id.example.com",
        authorization_endpoint: "https://id.example.com/authorize",
        token_endpoint: "https://id.example.com/token",
      }),
    ),
    http.post("https://id.example.com/token", async ({ request }) => {
      const isSignIn = (await request.formData()).get("grant_type") === "authorization_code";
      if (!isSignIn) renewals++;
      if (renewal === "outage") return HttpResponse.error();
      if (renewal === "ended")
        return HttpResponse.json({ error: "invalid_grant" }, { status: 400 });
      return HttpResponse.json({
        ...{ access_token: renewal, token_type: "Bearer", expires_in: 300 },
        ...(isSignIn && { id_token: idToken }),
      });
    }),
  );
  return {
    load: open,
    renewals: () => renewals,
    signIns: () => signIn.mock.calls.map(([options]) => options?.state),
    signOuts: () => signOut.mock.calls.length,
  };
}

/** The page's address as the provider leaves it, of a sign-in that began somewhere. */
export async function comeBack(returnTo: string, answer = "code=a-code"): Promise<void> {
  const client = new OidcClient(userManager.settings as OidcClientSettings);
  const { state } = await client.createSigninRequest({ state: returnTo, request_type: "si:r" });
  history.replaceState(null, "", `/callback?${answer}&state=${state.id}`);
}

/** A page reads what it says, and checks no signature. */
const idToken = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"barbara"}')}.`;

function user(token: string): User {
  return new User({
    access_token: token,
    refresh_token: "a-refresh-token",
    token_type: "Bearer",
    expires_at: Date.now() / 1000 + 300,
    profile: { sub: "barbara", iss: "https://id.example.com", aud: "app", exp: 0, iat: 0 },
  });
}
