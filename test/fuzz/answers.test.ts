import fc from "fast-check";
import { expect, test } from "vitest";
import { fetchScimMe, ScimMeError, type ScimMeReason } from "../../src/index.js";
import { anyBody, anyText } from "./json.js";
import { runs, timeout } from "./runs.js";

/** What an answer may end as; the record names every reason of the union. */
const reasons: Record<ScimMeReason, boolean> = {
  unauthorized: true,
  forbidden: true,
  unsupported: true,
  "rate-limited": true,
  unavailable: true,
  conflict: true,
  malformed: true,
  configuration: true,
  network: true,
  timeout: false,
  invalid: false,
  "missing-token": false,
  "token-provider-failed": false,
};
const token = "c2VjcmV0.dG9rZW4tb2Y/kim+7f3a==";
const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** The token as a server could echo it: whole, in other letters, escaped, amid noise and markup. */
const echo = fc
  .tuple(
    fc.constantFrom("", "Bearer ", "<", "<b>", "traceId=1) ", "( correlation-id: ", '"'),
    fc.constantFrom(
      token,
      token.toUpperCase(),
      token.replaceAll("/", "\\/"),
      token.replace(/[^\w]/g, escaped),
      token.replace(/./g, escaped),
      `${token.slice(0, 9)} traceId=1)${token.slice(9)}`,
      `${token.slice(0, 9)} correlationId="1"${token.slice(9)}`,
    ),
    fc.constantFrom("", ".", "</b>", ">", " requestId=2", "x".repeat(290)),
  )
  .map((texts) => texts.join(""));
const noise = fc
  .array(
    fc.constantFrom(
      "<",
      ">",
      "b",
      "/",
      "!",
      "--",
      " ",
      "\u200b",
      "traceId=1",
      ")",
      ",",
      "x-request-id: 7",
      "img src",
    ),
    { maxLength: 10 },
  )
  .map((texts) => texts.join(""));
const words = fc.oneof(anyText, echo, noise);

const names =
  "detail message error_description description title error scimType scope Detail".split(" ");
const errorBody = fc
  .tuple(fc.dictionary(fc.constantFrom(...names), words, { maxKeys: 4 }), words, fc.boolean())
  .map(([body, description, list]) => {
    const sent = { schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], ...body };
    const text = JSON.stringify(list ? [{ Errors: [{ description }], ...body }] : sent);
    // A server that writes its escapes itself.
    return text.replaceAll("\\\\u", "\\u").replaceAll("\\\\/", "\\/");
  });
const bytes = (text: string) => new TextEncoder().encode(text);
const body = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc.oneof(anyBody, errorBody, words).map(bytes),
  fc
    .tuple(fc.oneof(anyBody, errorBody), fc.nat(200))
    .map(([text, end]) => bytes(text).slice(0, end)),
);

const headerNames =
  "WWW-Authenticate Retry-After Content-Type Content-Encoding Content-Length Location";
const challenge = fc
  .array(
    fc.constantFrom("Bearer", 'scope="a b"', "scope=", '"', "\\", ",", "realm=x", token, "=", " "),
    {
      maxLength: 12,
    },
  )
  .map((texts) => texts.join(" "));
const header = fc.tuple(
  fc.constantFrom(...headerNames.split(" ")),
  fc.oneof(
    challenge,
    fc.string({ unit: "grapheme-ascii" }),
    fc.constantFrom(
      "-1",
      "1e9",
      "9".repeat(400),
      "Sat, 31 Feb 2026 99:99:99 GMT",
      "Mon",
      "a/b;charset=x",
    ),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    fc.integer().map(String),
  ),
);

function answer(status: number, content: Uint8Array, headers: [string, string][]): Response {
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : new Uint8Array(content), { status, headers });
}

async function outcome(fetch: typeof globalThis.fetch): Promise<unknown> {
  const endpoint = "https://scim.example.com/scim2/Me";
  return fetchScimMe({ endpoint, tokenProvider: () => token, fetch }).then(
    (me) => me,
    (thrown: unknown) => {
      expect(thrown).toBeInstanceOf(ScimMeError);
      return thrown;
    },
  );
}

function expectClean(error: ScimMeError): void {
  expect(reasons[error.reason], error.reason).toBe(true);
  for (const text of [error.message, error.detail ?? ""]) {
    expect(text).not.toMatch(/<[a-z!/]/i);
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  }
  const told = [error.message, error.stack, error.detail, error.scimType, error.requiredScope];
  expect(`${told.join("\n")}${JSON.stringify(error)}`.toLowerCase()).not.toContain(
    token.toLowerCase(),
  );
  expect(error.detail ?? "x").not.toBe("");
  expect((error.detail ?? "").length).toBeLessThanOrEqual(300);
  const { retryAfterMs = 0 } = error;
  expect(retryAfterMs >= 0 && retryAfterMs <= 86_400_000, `${retryAfterMs}`).toBe(true);
}

test(
  "any bytes under any status with any headers are a person or an error with a reason",
  async () => {
    const status = fc.oneof(
      fc.integer({ min: 200, max: 599 }),
      fc.constantFrom(200, 401, 403, 404, 429, 503),
    );
    await fc.assert(
      fc.asyncProperty(
        status,
        body,
        fc.array(header, { maxLength: 4 }),
        async (code, content, headers) => {
          const result = await outcome(async () => answer(code, content, headers));
          if (result instanceof ScimMeError) {
            expectClean(result);
            if (code >= 400) expect(result.status).toBe(code);
            if (code >= 200 && code < 300) expect(result.reason).toBe("malformed");
          } else {
            expect(code).toBeLessThan(300);
            expect(result).toHaveProperty("raw");
            expect(JSON.stringify(result)).not.toContain(token);
          }
        },
      ),
      runs(800),
    );
  },
  timeout,
);

test(
  "what a server writes into an error is never markup and never the token",
  async () => {
    await fc.assert(
      fc.asyncProperty(errorBody, fc.constantFrom(400, 401, 403, 409, 500), async (text, code) => {
        const result = await outcome(async () => new Response(text, { status: code }));
        expectClean(result as ScimMeError);
      }),
      runs(800),
    );
  },
  timeout,
);

test(
  "an answer that breaks off anywhere, and a fetch that throws anything, is an error with a reason",
  async () => {
    await fc.assert(
      fc.asyncProperty(body, fc.anything(), fc.boolean(), async (content, thrown, early) => {
        const isControlFlow =
          typeof Object(thrown).digest === "string" || typeof Object(thrown).then === "function";
        fc.pre(!isControlFlow);
        const result = await outcome(async () => {
          if (early) throw thrown;
          const stream = new ReadableStream({
            start: (controller) => controller.enqueue(content),
            pull: (controller) => controller.error(thrown),
          });
          return new Response(stream);
        });
        expectClean(result as ScimMeError);
        expect((result as ScimMeError).reason).toBe("network");
      }),
      runs(200),
    );
  },
  timeout,
);
