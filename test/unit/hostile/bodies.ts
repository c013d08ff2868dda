import { buildMe } from "../../../src/testing/index.js";

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const megabyte = 1_000_000;

/** A body with one text in every attribute that is text. */
export function everywhere(text: string): Record<string, unknown> {
  const many = [{ value: text, display: text, type: text }, text, { value: text, primary: true }];
  return {
    id: text,
    userName: text,
    displayName: text,
    nickName: text,
    title: text,
    profileUrl: text,
    locale: text,
    name: { formatted: text, givenName: text, familyName: text },
    emails: many,
    phoneNumbers: many,
    photos: many,
    ims: many,
    groups: many,
    roles: many,
    addresses: [{ formatted: text, streetAddress: text, type: text }],
    meta: { location: text, created: text },
    [ENTERPRISE]: { department: text, organization: text, manager: { displayName: text } },
    "urn:example:vendor:2.0:User": { note: text, [text.slice(0, 50)]: [text] },
  };
}

/** The attributes that a card is asked to show of them. */
export const fields = [
  ...["emails", "phoneNumbers", "photos", "ims", "groups", "roles", "addresses", "profileUrl"],
  ...[`${ENTERPRISE}:department`, `${ENTERPRISE}:manager`, "urn:example:vendor:2.0:User:note"],
  ...["deep", "meta.created", "name", "nickName"],
];

/** People in a group each. */
export function groupsOf(count: number): { value: string; display: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    value: `g-${index}`,
    display: `Group ${index}`,
  }));
}

function nested(open: string, close: string): string {
  const depth = 100_000;
  return `{"userName": "kim", "deep": ${open.repeat(depth)}1${close.repeat(depth)}}`;
}

const of = (body: unknown) => JSON.stringify(body);

/** What a hostile server may answer, as the text of a body. */
export const hostileBodies: Record<string, string> = {
  "5,000 groups": of({ ...buildMe().raw, groups: groupsOf(5_000) }),
  "5,000 of everything": of(
    Object.fromEntries(
      ["emails", "phoneNumbers", "photos", "ims", "groups", "roles", "addresses"]
        .map((name): [string, unknown] => [name, groupsOf(5_000)])
        .concat([["userName", "kim"]]),
    ),
  ),
  "a megabyte in a name": of({ userName: "kim", displayName: "name ".repeat(megabyte / 5) }),
  "a megabyte without a space": of({ userName: "kim", displayName: "x".repeat(megabyte) }),
  "a megabyte of halves of characters": of({ userName: "kim", displayName: "𝕏".repeat(500_000) }),
  "a megabyte of a grapheme": of({ userName: "kim", displayName: `a${"\u0301".repeat(megabyte)}` }),
  "a megabyte that is nearly an address": of({
    userName: "kim",
    emails: [{ value: `x@${"a.".repeat(megabyte / 2)}@` }],
    phoneNumbers: [{ value: `+${"1 ".repeat(megabyte / 2)}x` }],
    photos: [{ value: `data:image/png;base64,${"A ".repeat(megabyte / 2)}!` }],
  }),
  "a megabyte of nothing": of({ userName: "kim", displayName: "\u200b".repeat(megabyte) }),
  "bidi overrides": of(everywhere("\u202E\u2066\u202Dmoc.elpmaxe@gnp\u202C.exe")),
  "bidi marks that never end": of(everywhere("abc \u202B\u2067\u2068".repeat(40))),
  "zero-width characters": of(everywhere("a\u200bd\u200cm\u200di\u2060n\ufeff\u00ad")),
  "zero-width characters alone": of({ ...everywhere("\u200b\u2060\ufeff\u3164"), id: "1" }),
  "lone surrogates": of(everywhere("kim \uD800 and \uDFFF\uD83D")),
  "control characters": of(everywhere("a\u0000b\u0007\u001b[31m\u0085\u2028")),
  "script URLs": of(everywhere("javascript:alert(document.domain)")),
  "script URLs in disguise": of(everywhere(" \u0001java\tscript:alert(1)//https://example.com")),
  "data URLs": of(everywhere("data:text/html,<script>alert(1)</script>")),
  "SVG as data": of(everywhere("data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+")),
  HTML: of(everywhere('"><img src=x onerror=alert(1)><script>alert(1)</script><!--')),
  "a template": of(everywhere("{{constructor.constructor('alert(1)')()}}")),
  "the text constructor": of(everywhere("constructor")),
  "the text __proto__": of(everywhere("__proto__")),
  "names of Object's own": `{"userName": "kim", "__proto__": {"isAdmin": true},
    "constructor": null, "toString": 1, "hasOwnProperty": {"a": 1}, "toJSON": "x", "then": {},
    "name": {"constructor": {"prototype": null}, "formatted": "kim"}}`,
  "lists 100,000 deep": nested("[", "]"),
  "objects 100,000 deep": nested('{"a":', "}"),
  "values 100,000 deep": nested('{"value":', "}"),
  "React's own elements": of({
    userName: "kim",
    displayName: { $$typeof: "Symbol(react.element)", type: "script", props: { children: "x" } },
    title: { $$typeof: "x", dangerouslySetInnerHTML: { __html: "<b>x</b>" } },
    deep: { $$typeof: "x", type: "b", ref: null, props: {} },
  }),
};
