import type { Token, TokenRequest } from "../../src/index.ts";
import { type ScimMeScenarioName, scenarioToken } from "../../src/mocks/index.ts";

/** One request as the log shows it; never a token. */
export interface LogEntry {
  number: number;
  /** Since the story began, in ms. */
  at: number;
  /** What was asked, e.g. "GET /Me". */
  request: string;
  /** The HTTP status, or what there was in its place; undefined while it is under way. */
  outcome?: string;
  /** How long it took, in ms. */
  took?: number;
  authorization: "Bearer •••" | "none";
}

/** The network and the session of one story: what it sends is logged, and it can be made to fail. */
export class LiveNetwork {
  offline = false;
  log: readonly LogEntry[] = [];
  scenario: ScimMeScenarioName;
  readonly #start = Date.now();
  readonly #listeners = new Set<() => void>();
  #token: Token;
  readonly #expired = new Set<Token>();
  #renewals = 0;

  constructor(scenario: ScimMeScenarioName) {
    this.scenario = scenario;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): readonly LogEntry[] => this.log;

  /** The session's token: the same until it is rotated, or refused and renewed. */
  readonly tokenProvider = (request: TokenRequest): Token => {
    if (request.reason === "rejected" || this.#token === undefined) this.#renew(request);
    return this.#token;
  };

  /** A new token, as a host's own session gets one now and then. */
  rotate(): void {
    this.#renew();
    this.tell();
  }

  /** The server refuses the token that is in use from now on. */
  expire(): void {
    this.#expired.add(this.#token);
    this.tell();
  }

  setOffline(offline: boolean): void {
    this.offline = offline;
    this.tell();
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const token = new Headers(init?.headers).get("Authorization")?.replace("Bearer ", "");
    const end = this.record(`${init?.method ?? "GET"} /Me`, token ? "Bearer •••" : "none");
    try {
      const response = await this.#answer(token, input, init);
      end(String(response.status));
      return response;
    } catch (error) {
      end(init?.signal?.aborted ? "aborted" : "no answer");
      throw error;
    }
  };

  /** Logs that something is asked, and gives what logs its end. */
  record(
    request: string,
    authorization: LogEntry["authorization"] = "none",
  ): (outcome: string) => void {
    const at = Date.now() - this.#start;
    const entry: LogEntry = { number: this.log.length + 1, at, request, authorization };
    this.#write(entry);
    const began = performance.now();
    return (outcome) =>
      this.#write({ ...entry, outcome, took: Math.round(performance.now() - began) });
  }

  /** From now on the server plays this. */
  play(scenario: ScimMeScenarioName): void {
    this.scenario = scenario;
    this.rotate();
  }

  #answer(token: Token, ...request: Parameters<typeof globalThis.fetch>): Promise<Response> {
    if (this.offline) return Promise.reject(new TypeError("Failed to fetch"));
    if (token && this.#expired.has(token)) {
      return Promise.resolve(Response.json({ status: "401" }, { status: 401 }));
    }
    return globalThis.fetch(...request);
  }

  #renew(request?: TokenRequest): void {
    const token = scenarioToken(this.scenario, request);
    // Another text for each token; the mocks read the scenario before it.
    const isNumbered = this.scenario === "expired-then-refreshed";
    this.#token = token && !isNumbered ? `${token}.${2 * ++this.#renewals}` : token;
  }

  #write(entry: LogEntry): void {
    const others = this.log.filter(({ number }) => number !== entry.number);
    this.log = [...others, entry].sort((a, b) => a.number - b.number);
    this.tell();
  }

  protected tell(): void {
    // Another list, because React looks at nothing else.
    this.log = [...this.log];
    for (const listener of [...this.#listeners]) listener();
  }
}
