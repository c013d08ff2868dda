import { AsyncLocalStorage } from "node:async_hooks";
import { QueryClient } from "@tanstack/react-query";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { fetchScimMe, scimMeQueryOptions, type TokenProvider } from "../../src/index.js";
import { codeFlow } from "../identity/codeFlow.ts";
import { listen } from "../identity/listen.ts";
import { type Identity, startIdentity } from "../identity/startIdentity.ts";
import { counted, serverFault } from "./fault.ts";

const redirectUri = "http://localhost:5173/callback";
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Somebody's session at the host: it renews as often as it is asked, with the token it has then. */
interface Session {
  access: string;
  renew(): Promise<string | undefined>;
}

let identity: Identity;
/** Sam twice, because a renewed token is remembered for 30 s. */
let sessions: Record<"sam" | "samAgain" | "lee", Session>;

async function signIn(login: string): Promise<Session> {
  const { signIn, token } = codeFlow(identity, redirectUri);
  let { access_token, refresh_token } = await signIn(login);
  return {
    access: access_token,
    async renew() {
      const answer = await token({ grant_type: "refresh_token", refresh_token });
      ({ access_token, refresh_token } = await answer.json());
      return access_token;
    },
  };
}

beforeAll(async () => {
  identity = await startIdentity({
    accessTokenSeconds: 1,
    allowedOrigins: [],
    redirectUris: [redirectUri],
  });
  const [sam, samAgain, lee] = await Promise.all(["sam", "sam", "lee"].map(signIn));
  if (!sam || !samAgain || !lee) throw new Error("Nobody has signed in.");
  sessions = { sam, samAgain, lee };
  identity.policy.accessTokenSeconds = 300;
  await pause(2_100);
});
afterAll(() => identity.close());

/** What the provider and the server have answered since, in a fixed order. */
function sinceNow(): () => string {
  const from = identity.requests.length;
  return () => {
    const seen = identity.requests.slice(from);
    const me = seen.filter(({ server }) => server === "scim").map(({ status }) => `${status}`);
    const renewals = seen.filter(({ grantType }) => grantType === "refresh_token");
    return `${counted(me.sort())}; renewals: ${counted(renewals.map(({ status }) => `${status}`))}`;
  };
}

serverFault(
  "100 callers with inline providers and one expired token, refused one by one",
  async () => {
    const { sam } = sessions;
    const requests = sinceNow();
    const names = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        await pause(index * 3);
        const options = {
          endpoint: identity.meEndpoint,
          tokenProvider: ((request) =>
            request.reason === "initial" ? sam.access : sam.renew()) as TokenProvider,
          fetch: (async (...request) => {
            const response = await fetch(...request);
            await pause((index % 10) * 40);
            return response;
          }) as typeof fetch,
        };
        const me = await (index % 2
          ? fetchScimMe(options)
          : new QueryClient({ defaultOptions: { queries: { gcTime: 0 } } }).fetchQuery(
              scimMeQueryOptions(options),
            ));
        return me.displayName ?? "";
      }),
    );
    expect(counted(names)).toBe("Sam Rivers ×100");
    const seen = requests();
    // A refresh token that was used twice would have ended the whole grant.
    expect(await sam.renew()).toMatch(/^eyJ/);
    expect(seen).toBe("200 ×100, 401 ×100; renewals: 200");
    return { requests: seen, state: "", sees: "everybody the same profile" };
  },
);

serverFault(
  "Two people whose tokens have expired, behind a server's one provider function",
  async () => {
    const current = new AsyncLocalStorage<Session>();
    const tokenProvider: TokenProvider = ({ reason }) => {
      const session = current.getStore();
      return reason === "initial" ? session?.access : session?.renew();
    };
    const host = await listen(0);
    onTestFinished(() => host.stop());
    host.serve(({ headers }, response) => {
      const session = headers.cookie === "session=sam" ? sessions.samAgain : sessions.lee;
      void current.run(session, async () => {
        const me = await fetchScimMe({ endpoint: identity.meEndpoint, tokenProvider });
        response.end(me.displayName);
      });
    });
    const requests = sinceNow();
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const who = index % 2 ? "sam" : "lee";
        const response = await fetch(`http://localhost:${host.port}`, {
          headers: { Cookie: `session=${who}` },
        });
        return `${who}: ${await response.text()}`;
      }),
    );
    expect(counted(answers.sort())).toBe("lee: Lee Stone ×20, sam: Sam Rivers ×20");
    expect(requests()).toBe("200 ×40, 401 ×40; renewals: 200 ×2");
    return { requests: requests(), state: "", sees: "everybody their own profile" };
  },
);
