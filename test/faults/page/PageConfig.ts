/** What a test decides about the page, in its query. */
export interface PageConfig {
  endpoint: string;
  /** @default 19 */
  react?: 18 | 19;
  /** Rendered when a test calls `app.mount()`, and not before. */
  waits?: boolean;
  subject?: string | null;
  /** What the provider gives when it is asked for another token than the refused one. */
  renewed?: string;
  timeoutMs?: number;
  strict?: boolean;
  suspense?: boolean;
  /** The card has a form for the name. */
  editable?: boolean;
  /** The app's own server holds the token. */
  sessionCookie?: boolean;
  /** Where `onSignOut` navigates to, for ever; else it succeeds at once. */
  leavesTo?: string;
  /** The server's dehydrated cache, beside the HTML that it rendered from it. */
  hydrates?: boolean;
}

/** One moment of the page that differs from the one before. */
export interface Moment {
  /** The card's state. */
  state: string | undefined;
  guard: string | undefined;
  /** What the card says: a title and its text, or a name. */
  says: string;
  /** Everything on the page. */
  text: string;
}

/** What a test can do within the page. */
export interface PageControl {
  reactVersion: string;
  moments: Moment[];
  /** Why the provider was asked, in order. */
  asked: string[];
  signedOut: string[];
  complaints: string[];
  mount(): void;
  unmount(): void;
  /** Another person, and their token. */
  become(subject: string | null): void;
  refetch(): void;
  isFetching(): boolean;
}

declare global {
  interface Window {
    app: PageControl;
    dehydrated?: unknown;
  }
}
