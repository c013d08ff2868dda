import type { SessionCookie } from "../scim/sessionCookie.js";
import type { Token, TokenProvider } from "../scim/TokenProvider.js";
import { type ScimMeQueryKey, scimMeQueryKey } from "./scimMeQueryKey.js";

/** What an app passes as `tokenProvider`. */
export type Provider = TokenProvider | SessionCookie;

/** One person at one endpoint: the token providers and what they gave, in memory only, and the tabs. */
export class TokenSource {
  readonly endpoint: string;
  readonly subject: string | null;
  readonly queryKey: ScimMeQueryKey;
  /** The open channel to the tabs of this person, and how many components hold it open. */
  declare channel: BroadcastChannel | undefined;
  users = 0;
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

  constructor(endpoint: string, subject: string | null) {
    this.endpoint = endpoint;
    this.subject = subject;
    this.queryKey = scimMeQueryKey(this);
  }

  /** The newest committed provider: an inline arrow is stale as soon as its component renders. */
  get newest(): Provider | undefined {
    return [...this.#committed.values()].at(-1);
  }

  commit(component: object, provider: Provider): () => void {
    this.#committed.delete(component);
    this.#committed.set(component, provider);
    return () => void this.#committed.delete(component);
  }
}
