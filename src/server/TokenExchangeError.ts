/** Codes for a subject token that will not do: RFC 8693 §2.2.2 has one, and servers have others. */
const REFUSALS = ["invalid_request", "invalid_grant", "invalid_token"];

/**
 * Why a token was not exchanged. It never holds a token, a secret or a server's own words.
 *
 * @summary The error of a token exchange.
 */
export class TokenExchangeError extends Error {
  override readonly name = "TokenExchangeError";
  /** The server's error code (RFC 6749 §5.2), e.g. `invalid_target`. */
  declare readonly error?: string;
  /** The HTTP status, where there was an answer. */
  declare readonly status?: number;

  constructor(problem: string, known: { error?: string; status?: number; cause?: unknown } = {}) {
    const { cause, ...details } = known;
    super(
      `react-scim-me: the token was not exchanged: ${problem}`,
      cause === undefined ? undefined : { cause },
    );
    Object.assign(this, details);
  }

  /** Whether another token of the same person might do. */
  get refusesSubject(): boolean {
    if (this.error) return REFUSALS.includes(this.error);
    return this.status === 401;
  }
}
