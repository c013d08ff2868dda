import type { QueryClient } from "@tanstack/react-query";
import { isToken, type Token } from "../scim/TokenProvider.js";
import { emptyQueries } from "./emptyQueries.js";
import { TokenSource } from "./TokenSource.js";
import { watchCache } from "./watchCache.js";

/** `signing-out` latches consumers at `loading`; `signed-out` lasts until another token comes. */
type Phase = "active" | "signing-out" | "signed-out";

/** Called back with true when the session itself has changed, else when a query of `/Me` has. */
type Listener = (isSession?: boolean) => void;

/** What every consumer of a `QueryClient` agrees on: the sign-out latch, and who has left. */
export class MeSession {
  phase: Phase = "active";
  /** Whether another tab signed out, so that this one has to navigate by itself. */
  remote: boolean = false;
  /** Counts how often everything was emptied at once; what was shown before does not count after. */
  generation: number = 0;
  /**
   * Counts what has changed, for React to see. The first is that everything is emptied: from then on
   * `initialData` may be somebody else's.
   */
  changes: number = 0;
  /** Whoever has been on this page. */
  readonly sources: TokenSource[] = [];
  /** How many components listen to other tabs and to the page. */
  users: number = 0;
  /** The tokens that were in use before the last sign-out; empty where none was seen until then. */
  refused: Token[] = [];
  /** Ends the listening to the page, while any of them does. */
  declare leavePage: (() => void) | undefined;
  /** The sign-out that is under way in this tab; resolves when it has ended, in whichever way. */
  declare over: Promise<void> | undefined;
  declare end: (() => void) | undefined;
  readonly client: QueryClient;
  readonly #listeners = new Set<Listener>();
  #subjects: unknown[] = [];

  constructor(client: QueryClient) {
    this.client = client;
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(phase: Phase, remote = false): void {
    this.phase = phase;
    this.remote = remote;
    this.changes++;
    this.end?.();
    this.over = undefined;
    this.notify(true);
  }

  notify(isSession?: boolean): void {
    for (const listener of this.#listeners) listener(isSession);
  }

  source(endpoint: string, subject: string | null): TokenSource {
    let source = this.sources.find((one) => one.endpoint === endpoint && one.subject === subject);
    if (!source) {
      source = new TokenSource(endpoint, subject);
      this.sources.push(source);
    }
    return source;
  }

  /** Holds every consumer, and remembers the tokens and people that are not to come back. */
  latch(phase: "signing-out" | "signed-out", remote = false): void {
    // Nothing is sent during a sign-out, so that its end has nobody more to remember.
    if (this.phase !== "signing-out") {
      const { sources } = this;
      for (const source of sources) source.left = source.newest !== source.asked && source.newest;
      this.refused = sources.flatMap(({ sent }) => sent);
      this.#subjects = sources.map(({ subject }) => subject);
    }
    this.set(phase, remote);
    emptyQueries(this);
  }

  /** Whether this may be the person of a sign-out that is under way or has ended. */
  hasLeft(subject: unknown): boolean {
    return this.phase !== "active" && (subject === null || this.#subjects.includes(subject));
  }

  lift(): void {
    if (this.phase === "signed-out") this.set("active");
  }

  /** After a sign-out, a token that was in use before it is no token: a JWT outlives its session. */
  admit(token: Token): Token {
    if (this.phase === "active") return token;
    if (!isToken(token) || this.refused.includes(token)) return undefined;
    this.lift();
    return token;
  }
}

const sessions = new WeakMap<QueryClient, MeSession>();

/** The session of a `QueryClient`, made when first asked for. */
export function meSession(client: QueryClient): MeSession {
  let session = sessions.get(client);
  if (!session) {
    session = new MeSession(client);
    sessions.set(client, session);
    watchCache(session);
  }
  return session;
}
