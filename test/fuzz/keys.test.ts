import fc from "fast-check";
import { expect, test } from "vitest";
import { getAttribute, parseScimMe, type ScimMe, ScimMeError } from "../../src/index.js";
import { ENTERPRISE, USER } from "../unit/scim/bodies.js";
import { jsonText, userBody } from "./json.js";
import { runs, timeout } from "./runs.js";

type Json = Record<string, unknown>;

/** Random choices, drawn from what fast-check can shrink and repeat. */
type Draw = () => number;
const draws = fc.array(fc.nat(999), { minLength: 20, maxLength: 60 });
function drawer(numbers: number[]): Draw {
  let at = 0;
  return () => numbers[at++ % numbers.length] ?? 0;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The same JSON with the members of every object in another order. */
function reorder(value: unknown, draw: Draw): unknown {
  if (Array.isArray(value)) return value.map((item) => reorder(item, draw));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [draw(), [key, reorder(member, draw)]] as const)
      .sort(([a], [b]) => a - b)
      .map(([, entry]) => entry),
  );
}

const ways = [
  (name: string) => name,
  (name: string) => name.toUpperCase(),
  (name: string) => name.toLowerCase(),
  (name: string) => name.replace(/./g, (letter, at) => (at % 2 ? letter : letter.toUpperCase())),
];
const respell = (name: string, draw: Draw) => ways[draw() % ways.length]?.(name) ?? name;

/** The same JSON with every name in other letters, `keep` alone as it is. */
function recase(value: unknown, draw: Draw, keep = (_: string) => false): unknown {
  if (Array.isArray(value)) return value.map((item) => recase(item, draw, keep));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) =>
      keep(key) ? [key, member] : [respell(key, draw), recase(member, draw)],
    ),
  );
}

const enterprise = "employeenumber costcenter organization division department manager".split(" ");
/** What the model holds as received: the names of other extensions, and of what Enterprise lacks. */
function keepsName(key: string): boolean {
  const lower = key.toLowerCase();
  const own = `${ENTERPRISE.toLowerCase()}:`;
  if (lower.startsWith(own)) return !enterprise.includes(lower.slice(own.length));
  return (
    /^urn:/.test(lower) &&
    lower !== USER.toLowerCase() &&
    !lower.startsWith(`${USER.toLowerCase()}:`)
  );
}

function recaseBody(body: Json, draw: Draw): Json {
  const { [ENTERPRISE]: extension, ...rest } = body;
  const result = recase(rest, draw, keepsName) as Json;
  const keep = (key: string) => !enterprise.includes(key.toLowerCase());
  if (extension !== undefined) result[respell(ENTERPRISE, draw)] = recase(extension, draw, keep);
  return result;
}

/** JSON whose objects have some of their names twice, in other letters and with another value. */
function withTwins(value: unknown, draw: Draw): unknown {
  if (Array.isArray(value)) return value.map((item) => withTwins(item, draw));
  if (!isObject(value)) return value;
  const members = Object.values(value);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => [
      [respell(key, draw), members[draw() % members.length]],
      [key, withTwins(member, draw)],
    ]),
  );
}

/** JSON in which no object has a name twice, in whatever letters. */
function withoutTwins(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTwins);
  if (!isObject(value)) return value;
  const seen = new Set<string>();
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => seen.size < seen.add(key.toLowerCase().toUpperCase()).size)
      .map(([key, member]) => [key, withoutTwins(member)]),
  );
}

/** The model less `raw`, which is as received; undefined where there is no User. */
function model(body: unknown): Omit<ScimMe, "raw"> | undefined {
  try {
    const { raw: _, ...rest } = parseScimMe(JSON.parse(jsonText(body)));
    return rest;
  } catch (error) {
    expect(error).toBeInstanceOf(ScimMeError);
    return undefined;
  }
}

test(
  "the order of names never matters, not even of those that differ in case alone",
  () => {
    fc.assert(
      fc.property(userBody, draws, (text, numbers) => {
        const body = JSON.parse(text);
        for (const sent of [body, withTwins(body, drawer(numbers))]) {
          expect(model(reorder(sent, drawer(numbers)))).toEqual(model(sent));
        }
      }),
      runs(250),
    );
  },
  timeout,
);

test(
  "the case of names never matters",
  () => {
    fc.assert(
      fc.property(userBody, draws, (text, numbers) => {
        const body = withoutTwins(JSON.parse(text)) as Json;
        expect(model(recaseBody(body, drawer(numbers)))).toEqual(model(body));
      }),
      runs(350),
    );
  },
  timeout,
);

test(
  "an extension is found whatever the letters of its URN and attributes",
  () => {
    fc.assert(
      fc.property(draws, fc.constantFrom("seat", "Seat", "SEAT"), (numbers, attribute) => {
        const draw = drawer(numbers);
        const urn = "urn:example:travel:2.0:User";
        const parted = {
          [respell(`${urn}:seat`, draw)]: "aisle",
          [respell(urn, draw)]: { miles: 7 },
        };
        for (const body of [{ [respell(urn, draw)]: { [attribute]: "aisle", miles: 7 } }, parted]) {
          const me = parseScimMe(reorder({ id: "1", ...body }, draw));
          expect(Object.keys(me.extensions)).toHaveLength(1);
          expect(getAttribute(me, respell(`${urn}:seat`, draw))).toBe("aisle");
          expect(getAttribute(me, respell(`${urn}:miles`, draw))).toBe(7);
        }
      }),
      runs(100),
    );
  },
  timeout,
);
