import { ENTERPRISE, USER } from "../unit/scim/bodies.js";
import { DEPARTMENT, type Json, PATCH_OP, WSO2 } from "./editedBodies.js";
import { applyByOracle } from "./patchOracle.js";
import { wait } from "./wait.js";

/** What becomes of a change, where the server is up and knows the token. */
export type Answer =
  | "the person"
  | "nothing, which is 204"
  | "an id alone"
  | "no person"
  | "taken, and the answer lost"
  | "taken, and 500"
  | "lost on the way"
  | "500"
  | "429"
  | "403"
  | "400, which names displayName";

/** How a server is. */
export interface Dialect {
  /** Whether it gives entity tags, and demands them of a change. */
  tags: "none" | "given" | "demanded";
  /** Whether the tag of a change is in its answer too. */
  tagsChanges: boolean;
  /** Whether a new address waits to be confirmed, as with WSO2. */
  verifies: boolean;
  /** An attribute that it leaves as it is, although it answers well. */
  leaves: string | undefined;
}

/** A change that the server has taken. */
export interface Taken {
  before: Json;
  after: Json;
  operations: Json[];
  /** The entity tag that it demanded. */
  ifMatch: string | null;
}

const person: Json = {
  schemas: [USER, ENTERPRISE],
  id: "7f3a",
  userName: "ana",
  displayName: "Ana Archer",
  title: "Guide",
  locale: "pt",
  emails: [
    { value: "ana@example.com", type: "work", primary: true },
    { value: "ana@example.org", type: "home" },
  ],
  [ENTERPRISE]: { department: "Tours", costCenter: "7" },
  vendorText: "kept",
};

/** A SCIM server with one person, who may change in other ways too. */
export class EditingServer {
  person: Json = structuredClone(person);
  #version = 1;
  isUp = true;
  /** The token that it takes. */
  token = "";
  /** What becomes of the next change. */
  next: Answer = "the person";
  requests = 0;
  /** The requests that wait for an answer. */
  open = 0;
  readonly taken: Taken[] = [];
  /** The person as last answered. */
  told: Json = {};
  /** Called with each change that came, before it is decided. */
  onChange: (operations: Json[]) => void = () => {};
  /** Called with each change that it takes. */
  onTake: (taken: Taken) => void = () => {};

  constructor(readonly dialect: Dialect) {}

  /** A change by somebody else, where it takes any. */
  change(path: string, value: unknown): void {
    if (path === this.dialect.leaves) return;
    const enterprise = { ...(this.person[ENTERPRISE] as Json), department: value };
    const change = path === DEPARTMENT ? { [ENTERPRISE]: enterprise } : { [path]: value };
    this.person = JSON.parse(JSON.stringify({ ...this.person, ...change }));
    this.#version++;
  }

  readonly fetch: typeof globalThis.fetch = async (url, init) => {
    if (String(url).endsWith("Schemas")) return new Response(null, { status: 404 });
    this.requests++;
    this.open++;
    try {
      await wait(20, init?.signal);
      const answer = this.#answer(new Headers(init?.headers), init);
      await wait(20, init?.signal);
      if (answer === undefined) throw new TypeError("Failed to fetch");
      if (answer.person) this.told = answer.person;
      return answer.response;
    } finally {
      this.open--;
    }
  };

  #answer(headers: Headers, init?: RequestInit) {
    if (!this.isUp) return undefined;
    if (headers.get("Authorization") !== `Bearer ${this.token}`) return refusal(401);
    if (init?.method !== "PATCH") return this.#tell(true);
    const { Operations } = JSON.parse(String(init.body)) as { Operations: Json[] };
    this.onChange(Operations);
    const { next, dialect } = this;
    this.next = "the person";
    if (next === "lost on the way") return undefined;
    if (next.startsWith("400"))
      return refusal(400, { scimType: "invalidValue", detail: "displayName is not nice" });
    if (/^\d/.test(next)) return refusal(Number(next));
    const tag = headers.get("If-Match");
    if (!tag && dialect.tags === "demanded") return refusal(428);
    if (tag && tag !== this.#tag) return refusal(412);
    this.#take(Operations, tag);
    if (next === "taken, and the answer lost") return undefined;
    if (next === "taken, and 500") return refusal(500);
    if (next === "nothing, which is 204") return { response: new Response(null, { status: 204 }) };
    if (next === "an id alone") return { response: Response.json({ id: "7f3a" }) };
    if (next === "no person") return { response: new Response("<p>Thank you</p>") };
    return this.#tell(dialect.tagsChanges);
  }

  get #tag(): string {
    return `W/"${this.#version}"`;
  }

  #take(operations: Json[], ifMatch: string | null): void {
    const { dialect, person: before } = this;
    let after = applyByOracle(before, { schemas: [PATCH_OP], Operations: operations });
    if (dialect.leaves) after = { ...after, [dialect.leaves]: before[dialect.leaves] };
    if (dialect.verifies) after = withPending(before, after);
    after = JSON.parse(JSON.stringify(after));
    this.person = after;
    this.#version++;
    const taken = { before, after, operations, ifMatch };
    this.taken.push(taken);
    this.onTake(taken);
  }

  #tell(isTagged: boolean): { response: Response; person?: Json } {
    const { dialect, person } = this;
    const hasTag = isTagged && dialect.tags !== "none";
    const response = Response.json(person, { headers: hasTag ? { ETag: this.#tag } : {} });
    return { response, person: structuredClone(person) };
  }
}

function refusal(status: number, words: Json = {}): { response: Response; person?: Json } {
  return { response: Response.json({ ...words, status: `${status}` }, { status }) };
}

/** As the person was, with new addresses beside: they wait to be confirmed. */
function withPending(before: Json, after: Json): Json {
  const known = ((before.emails ?? []) as Json[]).map(({ value }) => value);
  const wanted = (after.emails ?? []) as Json[];
  const pendingEmails = wanted.filter(({ value }) => !known.includes(value));
  if (!pendingEmails.length) return after;
  return { ...after, emails: before.emails, [WSO2]: { pendingEmails } };
}
