/** What a component shows. */
export interface Shown {
  /** Its `data-state`. */
  state: string;
  title: string;
  text: string;
  /** The button that is offered; empty where there is none. */
  action: string;
}

/** What came of one scenario when it was really run. A reason is "none" where there is no error. */
export interface Truth {
  /** Each request with its answer, in order. */
  http: string;
  /** How long it took, retries included. */
  settledAfter: string;
  hook: {
    /** Of `getScimMeState`. */
    state: string;
    status: string;
    reason: string;
    /** How often it was tried again by itself. */
    retries: number;
  };
  card: Shown;
  guard: Shown & { redirects: number };
  /** What came of changing the email then. */
  update: { http: string; status: string; reason: string; taken: boolean; says: string };
  /** What came of signing out at last. */
  signOut: { http: string; state: string };
}
