import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render } from "@testing-library/react";
import { type JSX, useState } from "react";
import { vi } from "vitest";
import {
  ProfileCard,
  ProtectedRoute,
  ScimMeProvider,
  type SignInRequest,
  SignOutButton,
  type Token,
  type TokenProvider,
} from "../../src/index.js";
import { endpoint } from "../unit/query/renderApp.js";
import { type Session, SessionServer } from "./SessionServer.js";
import { wait } from "./wait.js";

/** How an app is made. */
export interface AppStyle {
  /** Whether it names the session's `sub`. */
  subject: boolean;
  /** An arrow of each render, which answers at once or late; or one function for all of the page. */
  provider: "arrow" | "late arrow" | "function";
  /** Whether it says so while its own session is loading. */
  pending: boolean;
  /** Whether `onSignedOut` leaves the guarded page, or opens a window beside it. */
  leaves: boolean;
  strict: boolean;
}

export type PageName = "card" | "guarded" | "both" | "neither" | "sign-in";

/** A page of an app, with the session that its host holds. */
export class SessionPage {
  readonly server: SessionServer = new SessionServer();
  /** How often the app was asked for a token since the last that was taken. */
  asks = 0;
  readonly client: QueryClient = new QueryClient();
  session: Session | undefined;
  isLoading = false;
  name: PageName = "both";
  /** Ends the sign-out that is under way. */
  onSignOut: () => unknown = () => {};
  onSignOutFailed: () => void = () => {};
  onSignedOut: (request: SignInRequest) => void = () => {};
  #render = (): void => {};
  readonly #page: ReturnType<typeof render>;

  constructor(readonly style: AppStyle) {
    const Page = (): JSX.Element => {
      const [, draw] = useState({});
      this.#render = () => draw({});
      return this.#draw();
    };
    this.#page = render(<Page />, { reactStrictMode: style.strict });
  }

  get html(): string {
    return this.#page.container.innerHTML;
  }

  part(name: string): Element | null {
    return this.#page.container.querySelector(`[data-scim="${name}"]`);
  }

  /** Renders what has changed in the host. */
  async update(
    change: Partial<Pick<SessionPage, "session" | "isLoading" | "name">>,
  ): Promise<void> {
    await act(async () => {
      Object.assign(this, change);
      this.#render();
    });
  }

  async dispatch(event: Event): Promise<void> {
    await act(async () => void window.dispatchEvent(event));
  }

  async press(button: string): Promise<void> {
    await act(async () => this.#page.container.querySelector<HTMLElement>(button)?.click());
  }

  /** Another tab of this app, which nobody looks at, signs the same person out. */
  async signOutElsewhere(): Promise<void> {
    const tab = render(
      <QueryClientProvider client={new QueryClient()}>
        <ScimMeProvider endpoint={endpoint} {...this.#subject}>
          <SignOutButton onSignOut={() => {}} />
        </ScimMeProvider>
      </QueryClientProvider>,
    );
    await act(async () => tab.container.querySelector("button")?.click());
    tab.unmount();
  }

  /** Lets time pass, and calls back after each thing that happens meanwhile. */
  async pass(ms: number, look: () => void): Promise<void> {
    const end = Date.now() + ms;
    let isOver = false;
    setTimeout(() => {
      isOver = true;
    }, ms);
    while (!isOver && Date.now() <= end) {
      await act(async () => void (await vi.advanceTimersToNextTimerAsync()));
      look();
    }
  }

  close(): void {
    this.#page.unmount();
    this.client.clear();
  }

  get #subject(): { subject?: string } {
    const { session, style } = this;
    return style.subject && session ? { subject: session.person.toLowerCase() } : {};
  }

  /** What the host gives on a page that was rendered with this session. */
  #provider(rendered: Session | undefined): TokenProvider {
    const { provider } = this.style;
    const session = () => (provider === "function" ? this.session : rendered);
    return ({ reason, rejectedToken }) => {
      if (reason === "initial") this.asks++;
      if (reason === "rejected") return this.#renew(session(), rejectedToken);
      return provider === "arrow" ? session()?.token : wait(30).then(() => session()?.token);
    };
  }

  async #renew(session: Session | undefined, rejectedToken: string | undefined): Promise<Token> {
    if (!session || session.token !== rejectedToken) return session?.token;
    await wait(20);
    if (this.server.health === "down") throw new Error("The sign-in is out of reach");
    if (!session.renewable || session !== this.session) return undefined;
    this.server.renew(session);
    this.#render();
    return session.token;
  }

  readonly #function: TokenProvider = (request) => this.#provider(undefined)(request);

  #draw(): JSX.Element {
    const { style, session, name, isLoading } = this;
    const has = (part: PageName) => name === part || name === "both";
    const leave = (
      <SignOutButton onSignOut={() => this.onSignOut()} onError={() => this.onSignOutFailed()} />
    );
    return (
      <QueryClientProvider client={this.client}>
        <ScimMeProvider
          endpoint={endpoint}
          tokenProvider={style.provider === "function" ? this.#function : this.#provider(session)}
          fetch={this.server.fetch}
          {...this.#subject}
          {...(style.pending && { pending: isLoading })}
        >
          {has("card") && <ProfileCard />}
          {has("guarded") ? (
            <ProtectedRoute onSignedOut={(request) => this.onSignedOut(request)}>
              {leave}
            </ProtectedRoute>
          ) : (
            leave
          )}
        </ScimMeProvider>
      </QueryClientProvider>
    );
  }
}
