import { expect } from "vitest";
import { scimMeQueryKey } from "../../src/index.js";
import { expectNoTokenInCache } from "../../src/testing/index.js";
import { endpoint } from "../unit/query/renderApp.js";
import { type AppStyle, SessionPage } from "./SessionPage.js";
import { type Person, type Session, SURNAMES } from "./SessionServer.js";

/** What one look at a person may take: a renewed token is sent once more, and a failure three times. */
const MOST_REQUESTS = 8;
/** An app that has nobody so often in a row is asked no more until something else happens. */
const MOST_ASKS = 3;
/** After which nothing is on its way where nobody is signed in. */
const SETTLED_MS = 1_000;

/** Somebody's way through a page, and what has to be true all along. */
export class SessionJourney {
  readonly page: SessionPage;
  /** Who has signed out: their tokens may live on. */
  readonly left: Set<Session> = new Set();
  /** The tokens that this page has sent. */
  readonly sent: Set<string> = new Set();
  /** The sign-out that is under way. */
  leaving: object | undefined;
  /** Whether the last sign-out was this page's own: where to go then is for the host to say. */
  hasLeft = false;
  #redirects = 0;
  /** Who was shown when the host began to load its session, and is until it has. */
  #kept: Person[] = [];
  readonly #broken: string[] = [];

  constructor(readonly style: AppStyle) {
    sessionStorage.clear();
    const page = new SessionPage(style);
    this.page = page;
    page.server.onRequest = (session, count) => {
      this.must(count <= 2, "send no third request in an attempt");
      this.sent.add(session.token);
      this.must(!this.left.has(session), "send no token that was in use before a sign-out");
      this.must(!this.isLeaving, "send nothing during a sign-out");
      const isOthers = style.subject && session.person !== page.session?.person;
      this.must(!isOthers, "send no token of another person");
    };
    page.server.onPerson = () => {
      page.asks = 0;
    };
    page.onSignedOut = ({ reason }) => {
      this.must(/^(missing-token|unauthorized)$/.test(reason), `redirect nobody for ${reason}`);
      const isAsked = page.asks < MOST_ASKS;
      this.must(!this.isSignedIn || !isAsked, "redirect nobody who is signed in");
      this.must(!this.isLeaving && !this.hasLeft, "redirect nobody who has signed out here");
      this.must(++this.#redirects === 1, "redirect once until somebody is let in");
      if (style.leaves) void page.update({ name: "sign-in" });
    };
  }

  get isLeaving(): boolean {
    return this.leaving !== undefined;
  }

  must(isTrue: boolean, says: string): void {
    if (!isTrue) this.#broken.push(says);
  }

  /** Whether the server would answer the page's session. */
  get isSignedIn(): boolean {
    const { session, server } = this.page;
    return !!session && !this.left.has(session) && server.accepts(session);
  }

  /** Who may be shown. Without a `subject` that is whom the last answer was about. */
  get shown(): (Person | undefined)[] {
    const { session, server } = this.page;
    if (this.isLeaving) return [];
    if (!this.style.subject) return [...server.told, ...this.#kept];
    return session && !this.left.has(session) ? [session.person] : [];
  }

  /** Lets time pass; what has to be true at all times is looked at whenever anything has happened. */
  async pass(ms: number): Promise<void> {
    const { server } = this.page;
    const before = server.requests;
    await this.page.pass(ms, () => this.#look());
    this.must(server.requests - before <= MOST_REQUESTS, "ask no more than is needed");
    if (ms >= SETTLED_MS) this.#lookAtRest();
    expect(this.#broken, "What it must").toEqual([]);
  }

  #look(): void {
    const { page, shown } = this;
    for (const person of ["Ana", "Bo"] as const) {
      const isShown = page.html.includes(SURNAMES[person]);
      this.must(!isShown || shown.includes(person), `show nobody who is not there, as ${person}`);
    }
    for (const [token] of page.server.sessions) expectNoTokenInCache(page.client, token);
    const guard = page.part("ProtectedRoute")?.getAttribute("data-state");
    const isOpen = guard === "ready";
    this.must(!isOpen || this.isLeaving || shown.some(Boolean), "let nobody in who is not there");
    // A guard that is there anew may tell it anew.
    if (!guard || isOpen) this.#redirects = 0;
    if (this.left.size) this.#lookForLeavers();
  }

  /** When nothing is on its way. */
  #lookAtRest(): void {
    const { page, hasLeft } = this;
    if (page.session || page.isLoading || !hasLeft) return;
    for (const part of ["ProfileCard", "ProtectedRoute"]) {
      const state = page.part(part)?.getAttribute("data-state") ?? "missing-token";
      this.must(state === "missing-token", "say that nobody is signed in after a sign-out");
    }
  }

  #lookForLeavers(): void {
    const { client } = this.page;
    const states = client
      .getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => [queryKey, state]);
    const text = JSON.stringify(states);
    const all = [...this.page.server.sessions.values()];
    for (const person of ["Ana", "Bo"] as const) {
      const isGone = all.every((session) => session.person !== person || this.left.has(session));
      const isKept = text.includes(SURNAMES[person]) && !this.shown.includes(person);
      this.must(!isGone || !isKept, "keep nothing of who has left in the cache");
    }
  }

  async signIn(person: Person, renewable: boolean, loadsFor = 0): Promise<void> {
    const { page, style } = this;
    const isOther = style.subject && page.session?.person !== person;
    // Nobody is quicker to sign in after a sign-out than the app to answer what it was asked before.
    if (this.left.size) await this.pass(60);
    if (loadsFor) {
      const isShown = (person: Person) => style.pending && page.html.includes(SURNAMES[person]);
      this.#kept = (["Ana", "Bo"] as const).filter(isShown);
      await page.update({ session: undefined, isLoading: true });
      await this.pass(loadsFor);
      this.#kept = [];
    }
    this.hasLeft = false;
    await page.update({ session: page.server.signIn(person, renewable), isLoading: false });
    // What a page has to do whose provider tells nothing of a sign-in.
    const isTold = style.provider !== "function" || isOther || (style.pending && loadsFor);
    if (!isTold) await this.invalidate();
  }

  async invalidate(): Promise<void> {
    void this.page.client.invalidateQueries({ queryKey: scimMeQueryKey({ endpoint }) });
  }

  /** Somebody signs out, here or in another tab: no token of until then is to be sent again. */
  leave(): void {
    for (const session of this.page.server.sessions.values()) this.left.add(session);
  }

  /** A sign-out here has succeeded. */
  end(): void {
    this.leaving = undefined;
    this.hasLeft = true;
  }

  /** A sign-out here has failed. */
  stay(): void {
    this.leaving = undefined;
    this.hasLeft = false;
    if (this.page.session) this.left.delete(this.page.session);
  }

  /** There are no dead ends: all being well, whoever is signed in is shown at last. */
  async arrive(): Promise<void> {
    const { page } = this;
    await this.pass(16_000);
    page.server.health = "up";
    await page.dispatch(new Event("online"));
    if (!this.isSignedIn) await this.signIn("Ana", true);
    await page.update({ name: "both" });
    await this.pass(61_000);
    await page.dispatch(new Event("visibilitychange"));
    await this.pass(5_000);
    const name = SURNAMES[page.session?.person as Person];
    this.must(!!page.part("ProfileCard")?.innerHTML.includes(name), "show who is signed in");
    this.must(!!page.part("ProtectedRoute")?.innerHTML.includes("Sign out"), "let them in");
    const { requests } = page.server;
    await this.pass(120_000);
    this.must(page.server.requests === requests, "ask for nothing in silence");
    await this.pass(0);
  }
}
