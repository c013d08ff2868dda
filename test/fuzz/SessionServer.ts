import { wait } from "./wait.js";

export type Person = "Ana" | "Bo";

/** What a page shows of a person, and nobody else has. */
export const SURNAMES: Record<Person, string> = { Ana: "Archer", Bo: "Baker" };

/** What a sign-in gives, until a sign-out; its token changes with each renewal. */
export interface Session {
  person: Person;
  token: string;
  renewable: boolean;
}

/** How the server is: answering, out of reach, or refusing with a status. */
export type Health = "up" | "down" | 403 | 429 | 500;

let issued = 0;

/** A SCIM server and the sign-in beside it: it knows whose each token is, and which are over. */
export class SessionServer {
  health: Health = "up";
  /** The session of each token that was ever given. */
  readonly sessions: Map<string, Session> = new Map();
  readonly #over = new Set<string>();
  /** Tokens that were refused in place of another that was refused: no third is tried. */
  readonly #last = new Set<string>();
  /** How often each attempt has asked. */
  readonly #asked = new WeakMap<AbortSignal, number>();
  /** Called with each request as it leaves the page, and how many its attempt has sent. */
  onRequest: (session: Session, count: number) => void = () => {};
  /** Called with each answer that is a person. */
  onPerson: () => void = () => {};
  requests = 0;
  /** Whom the last answer was about, nobody where it was a refusal; and until it is drawn the one before. */
  told: (Person | undefined)[] = [];

  signIn(person: Person, renewable: boolean): Session {
    const session = { person, renewable, token: "" };
    this.renew(session);
    return session;
  }

  renew(session: Session): void {
    session.token = `journey-of-${session.person}-${++issued}`;
    this.sessions.set(session.token, session);
  }

  /** From now on the token is refused. */
  expire({ token }: Session): void {
    this.#over.add(token);
  }

  /** Whether the session goes on, as far as a page can know: its token is good, or may be renewed. */
  accepts({ renewable, token }: Session): boolean {
    return !this.#over.has(token) || (renewable && !this.#last.has(token));
  }

  readonly fetch: typeof globalThis.fetch = async (_url, init) => {
    const token = new Headers(init?.headers).get("Authorization")?.replace("Bearer ", "") ?? "";
    const session = this.sessions.get(token);
    const signal = init?.signal as AbortSignal;
    const count = (this.#asked.get(signal) ?? 0) + 1;
    this.#asked.set(signal, count);
    this.requests++;
    if (!session) throw new Error("A request without a token that was given");
    this.onRequest(session, count);
    await wait(40, signal);
    const { health } = this;
    if (health === "down") throw new TypeError("Failed to fetch");
    if (health === 429 || health === 500) return new Response(null, { status: health });
    const status = health === 403 ? 403 : this.#over.has(token) ? 401 : 200;
    if (status === 401 && count > 1) this.#last.add(token);
    this.told.push(status === 200 ? session.person : undefined);
    setTimeout(() => this.told.splice(0, this.told.length - 1), 100);
    if (status !== 200) return new Response(null, { status });
    this.onPerson();
    const { person } = session;
    return Response.json({ id: person, displayName: `${person} ${SURNAMES[person]}` });
  };
}
