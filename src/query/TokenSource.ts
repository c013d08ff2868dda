import type { SessionCookie } from "../scim/sessionCookie.js";
import type { Token, TokenProvider, TokenRequest } from "../scim/TokenProvider.js";

/** What an app passes as `tokenProvider`. */
export type Provider = TokenProvider | SessionCookie;

/** The token providers of one person at one endpoint, and what they gave. In memory only. */
export class TokenSource {
  /** Providers of mounted components, the newest last. */
  readonly #committed = new Map<object, Provider>();
  /** The provider that was asked last. */
  declare asked: Provider | undefined;
  /** A provider that was not asked before the last sign-out: its token may be one renewed since. */
  declare left: Provider | false | undefined;
  /** The tokens of the last attempt; they are not sent again unless somebody asks for it. */
  sent: Token[] = [];
  /** A token found by a late ask, for the attempt that it starts. */
  declare found: Token;
  /** When the last late ask began and whether it still runs, in ms since the epoch. */
  askedAt = 0;
  asking = false;
  /** Late asks in a row that led nowhere. */
  misses = 0;
  /** The timer of the next late ask. */
  declare timer: ReturnType<typeof setTimeout> | undefined;

  /** The newest committed provider: an inline arrow is stale as soon as its component renders. */
  get newest(): Provider | undefined {
    return [...this.#committed.values()].at(-1);
  }

  commit(component: object, provider: Provider): () => void {
    this.#committed.delete(component);
    this.#committed.set(component, provider);
    return () => {
      this.#committed.delete(component);
      if (!this.#committed.size) this.stop();
    };
  }

  /** Cancels the next late ask. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Asks the newest provider, or the given one where no component is mounted. */
  async ask(request: TokenRequest, fallback: TokenProvider): Promise<Token> {
    const { newest = fallback } = this;
    const provider = typeof newest === "function" ? newest : fallback;
    this.asked = provider;
    const isInitial = request.reason === "initial";
    const { found } = this;
    this.found = undefined;
    const token = (isInitial && found) || (await provider(request));
    // An attempt that was given up sends nothing.
    if (request.signal.aborted) return token;
    // Only now: a sign-out while the provider was being asked needs the tokens sent before.
    if (isInitial) this.sent = [];
    this.sent.push(token);
    return token;
  }
}
