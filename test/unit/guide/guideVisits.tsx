import { render } from "@testing-library/react";
import { Component, type JSX, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { vi } from "vitest";
import { recordFetch } from "../query/recordFetch.js";
import { ServerProfile as AsgardeoServerProfile } from "./asgardeo/ServerProfile.tsx";
import { config, type Session } from "./authjs/auth.ts";
import { ClientProfile } from "./authjs/ClientProfile.tsx";
import { ServerProfile as AuthjsServerProfile } from "./authjs/ServerProfile.tsx";
import { textOf } from "./textOf.ts";
import { repeat, settle, type Visit } from "./Visit.ts";

/** Where a framework shows its own page for errors. */
class ErrorPage extends Component<{ children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override render(): ReactNode {
    return this.state.failed ? "(an error page)" : this.props.children;
  }
}

/** The session that the guide's callbacks make of somebody's tokens. */
export function sessionOf(token: string | null): Session | null {
  if (!token) return null;
  const account = { access_token: token, id_token: "id" };
  return config.callbacks.session({
    session: { user: {} },
    token: config.callbacks.jwt({ token: {}, account }),
  });
}

/** The client page of the Auth.js guide. */
export const guideClient: Visit = async ({ token, answer, consumers, reactStrictMode = false }) => {
  const { fetch, requests } = recordFetch(answer);
  vi.stubGlobal("fetch", fetch);
  const session = sessionOf(token);
  const { container } = render(
    <ErrorPage>
      {repeat(consumers, (key) => (
        <ClientProfile key={key} session={session} />
      ))}
    </ErrorPage>,
    { reactStrictMode },
  );
  await settle();
  return { requests: requests.length, byBrowser: requests.length, sees: textOf(container) };
};

/** A server page of a guide: nothing of it runs in the browser. */
const guideServer =
  (page: (token: string | null) => Promise<JSX.Element | null>): Visit =>
  async ({ token, answer }) => {
    const { fetch, requests } = recordFetch(answer);
    vi.stubGlobal("fetch", fetch);
    const container = document.createElement("div");
    const html = page(token).then((shown) => renderToStaticMarkup(shown));
    container.innerHTML = await html.catch(() => "(an error page)");
    return { requests: requests.length, byBrowser: 0, sees: textOf(container) };
  };

export const authjsServer = guideServer((token) =>
  AuthjsServerProfile({ session: sessionOf(token) }),
);

export const asgardeoServer = guideServer((token) =>
  AsgardeoServerProfile({
    client: {
      getSessionId: async () => (token ? "session" : undefined),
      getAccessToken: async () => token ?? Promise.reject(new Error("There is no session.")),
    },
  }),
);
