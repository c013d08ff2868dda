import { applyPatch, type PatchOperation } from "../../../src/mocks/applyPatch.js";
import { exampleMe } from "../../../src/mocks/index.js";
import { offline } from "../query/recordFetch.js";

export type Body = Record<string, unknown>;

/** A request as the server saw it. */
export interface Seen {
  method: string;
  url: string;
  token: string | null;
  contentType: string | null;
  ifMatch: string | null;
  body: Body | undefined;
  signal: AbortSignal | undefined;
}

/** What to answer in place of doing as asked; undefined leaves it to the server. */
export type Override = (
  seen: Seen,
  server: { person: Body; take: () => Body },
) => Response | Promise<Response> | undefined;

/** An override for changes alone. */
export function onChange(override: Override): Override {
  return (seen, server) => (seen.method === "GET" ? undefined : override(seen, server));
}

/** A refusal as SCIM writes it (RFC 7644 §3.12). */
export function refused(status: number, words: Body = {}): Response {
  return Response.json({ status: `${status}`, ...words }, { status });
}

/** A SCIM server in memory behind a `fetch`, which keeps what it was asked. */
export function scimServer(person: Body = exampleMe as Body, override: Override = () => undefined) {
  const server = { person: structuredClone(person), seen: [] as Seen[] };
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const headers = new Headers(init?.headers);
    const text = typeof init?.body === "string" ? init.body : undefined;
    const seen: Seen = {
      method: init?.method ?? "GET",
      url: String(url),
      token: headers.get("Authorization")?.replace("Bearer ", "") ?? null,
      contentType: headers.get("Content-Type"),
      ifMatch: headers.get("If-Match"),
      body: text === undefined ? undefined : (JSON.parse(text) as Body),
      signal: init?.signal ?? undefined,
    };
    server.seen.push(seen);
    const take = (): Body => {
      if (seen.method === "PUT") server.person = seen.body ?? {};
      if (seen.method === "PATCH") {
        const result = applyPatch(server.person, seen.body?.Operations as PatchOperation[]);
        if (!("person" in result)) throw new Error(result.detail);
        server.person = result.person;
      }
      return server.person;
    };
    return (await override(seen, { person: server.person, take })) ?? Response.json(take());
  };
  const sent = () => server.seen.filter(({ method }) => method !== "GET");
  const methods = () => server.seen.map(({ method }) => method).join(" ");
  const operations = () => sent().flatMap(({ body }) => (body?.Operations ?? []) as Body[]);
  return { server, fetch, sent, methods, operations };
}

/** A server that takes a change and answers something else; its reads can fail. */
export function takingServer(answer: () => Response | Promise<Response>, reads = () => true) {
  return scimServer(undefined, ({ method }, { take }) => {
    if (method === "GET") return reads() ? undefined : offline();
    take();
    return answer();
  });
}
