import type { QueryClient } from "@tanstack/react-query";
import { isToken, type Token } from "../scim/TokenProvider.js";
import { TokenSource } from "./TokenSource.js";
import { watchCache } from "./watchCache.js";

/** What every consumer of a `QueryClient` agrees on about signing out. */
export interface MeSessionState {
  /** `signing-out` latches consumers at `loading`; `signed-out` lasts until another token comes. */
  phase: "active" | "signing-out" | "signed-out";
  /** Whether another tab signed out, so that this one has to navigate by itself. */
  remote: boolean;
  /** Counts how often everything was emptied at once; what was shown before does not count after. */
  generation: number;
}

const ACTIVE: MeSessionState = { phase: "active", remote: false, generation: 0 };

/** The sign-out latch and the token sources of one `QueryClient`. */
export class MeSession {
  state: MeSessionState = ACTIVE;
  /** Whether everything was emptied before: from then on `initialData` may be somebody else's. */
  usedBefore: boolean = false;
  /** Open channels to other tabs, by name. */
  readonly channels: Map<string, { channel: BroadcastChannel | undefined; users: number }> =
    new Map();
  /** The tokens that were in use before the last sign-out; empty where none was seen until then. */
  refused: Token[] = [];
  /** Ends the listening to the page, while any channel is open. */
  declare leavePage: (() => void) | undefined;
  readonly #listeners = new Set<(changed?: MeSessionState) => void>();
  readonly #sources = new Map<string, TokenSource>();
  #subjects: (string | null)[] = [];

  /** Calls back when the state has changed, which it tells, or a query of `/Me` has. */
  readonly subscribe = (listener: (changed?: MeSessionState) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Calls back when the state has changed: a query may change while a component renders. */
  readonly watch = (listener: (changed: MeSessionState) => void): (() => void) =>
    this.subscribe((changed) => changed && listener(changed));

  set(change: Partial<MeSessionState>): void {
    this.state = { ...this.state, ...change };
    this.notify(this.state);
  }

  notify(changed?: MeSessionState): void {
    for (const listener of [...this.#listeners]) listener(changed);
  }

  source(endpoint: string, subject: string | null): TokenSource {
    const key = JSON.stringify([endpoint, subject]);
    let source = this.#sources.get(key);
    if (!source) {
      source = new TokenSource();
      this.#sources.set(key, source);
    }
    return source;
  }

  /** Holds every consumer, and remembers the tokens and people that are not to come back. */
  latch(phase: "signing-out" | "signed-out", remote = false): void {
    this.usedBefore = true;
    this.refused = [...this.#sources.values()].flatMap((source) => {
      source.left = source.newest !== source.asked && source.newest;
      return source.sent;
    });
    this.#subjects = [...this.#sources.keys()].map((key) => JSON.parse(key)[1]);
    this.set({ phase, remote });
  }

  /** Resolves when no sign-out is under way; always later than now. */
  async idle(): Promise<void> {
    // A consumer may start its request before React has let go of the old one in StrictMode.
    await null;
    while (this.state.phase === "signing-out") {
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop();
          resolve();
        });
      });
    }
  }

  /** After a sign-out, another person lifts the latch before any token is asked for. */
  liftFor(subject: string | null): void {
    if (subject !== null && !this.#subjects.includes(subject)) this.lift();
  }

  /** Whether this may be the person of a sign-out that is under way or has ended. */
  hasLeft(subject: unknown): boolean {
    const { phase } = this.state;
    return phase !== "active" && (subject === null || this.#subjects.includes(`${subject}`));
  }

  lift(): void {
    if (this.state.phase === "signed-out") this.set({ phase: "active", remote: false });
  }

  /** After a sign-out, a token that was in use before it is no token: a JWT outlives its session. */
  admit(token: Token): Token {
    if (this.state.phase === "active") return token;
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
    session = new MeSession();
    sessions.set(client, session);
    watchCache(client, session);
  }
  return session;
}
