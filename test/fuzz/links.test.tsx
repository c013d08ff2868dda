// @vitest-environment node
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { getPhotoUrl, ProfileCard, parseScimMe, type ScimMe } from "../../src/index.js";
import { ENTERPRISE, TRAVEL } from "../unit/scim/bodies.js";
import { anyText, attributes, jsonText, userBody } from "./json.js";
import { runs, timeout } from "./runs.js";

const RASTER = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,[\w+/=\s-]+$/i;
const LINK = /^(?:https:\/\/[^\s/]|mailto:[^\s?&:]+$|tel:[+\d;=ext]+$)/;

/** The values of an attribute in markup, as a browser reads them. */
function valuesOf(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, "g"))].map(([, value = ""]) =>
    value
      .replaceAll("&quot;", '"')
      .replaceAll("&#x27;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
  );
}

/** A card of everything that a person has, and of some that nobody has. */
function draw(me: ScimMe): string {
  const extended = Object.entries(me.extensions).flatMap(([urn, extension]) =>
    Object.keys(extension ?? {}).map((name) => `${urn}:${name}`),
  );
  const fields = [...attributes, ENTERPRISE, ...Object.keys(me.raw), ...extended, "emails.value"];
  const card = renderToStaticMarkup(<ProfileCard profile={me} fields={[...new Set(fields)]} />);
  return card + renderToStaticMarkup(<ProfileCard profile={me} size="compact" />);
}

/** The attributes that may stand in a card; everything else would be the body's own. */
const TAGS = /^(?:div|span|dl|dt|dd|bdi|a|img|svg|path)$/;

function expectSafe(me: ScimMe): void {
  const html = draw(me);
  // React asks for the photo beforehand.
  const preload = /<link rel="preload" as="image" href="[^"]*"[^>]*>/g;
  for (const [, tag = ""] of html.replaceAll(preload, "").matchAll(/<([a-z!][\w-]*)/gi))
    expect(tag).toMatch(TAGS);
  for (const src of valuesOf(html, "src")) {
    if (!RASTER.test(src)) expect(new URL(src).protocol).toBe("https:");
    expect(src).toBe(getPhotoUrl(me));
  }
  for (const href of valuesOf(html, "href")) {
    if (href === getPhotoUrl(me)) continue;
    expect(href).toMatch(LINK);
    expect(["https:", "mailto:", "tel:"]).toContain(new URL(href).protocol);
    expect(new URL(href).username).toBe("");
  }
  expect(html).not.toMatch(/\s(?:srcset|style|on\w+|formaction|action|poster)="/i);
}

test(
  "a card of any User links to https, mailto and tel alone, and is no markup of the body's",
  () => {
    fc.assert(
      fc.property(userBody, (body) => {
        let me: ScimMe | undefined;
        try {
          me = parseScimMe(JSON.parse(body));
        } catch {
          return;
        }
        expectSafe(me);
      }),
      runs(60),
    );
  },
  timeout,
);

const scheme = fc.constantFrom(
  ..."https:// HTTPS:// http:// https: // javascript: JAVASCRIPT: vbscript: data: blob: file: ftp:".split(
    " ",
  ),
  ..."mailto: tel: sms: data:image/png;base64, data:image/svg+xml;base64, data:text/html,".split(
    " ",
  ),
  " https://",
  "java\tscript:",
  "\u0000javascript:",
  "https://user:word@",
  "tel:+1",
  "+44 ",
  "",
);
const rest = fc.oneof(
  anyText,
  fc.webUrl(),
  fc.emailAddress(),
  fc.constantFrom(
    "example.com/a.png",
    "alert(1)",
    "AAAA==",
    "20 7946 0000",
    "a@example.com?bcc=b@x.org",
  ),
);
const anyUrl = fc.tuple(scheme, rest).map((texts) => texts.join(""));

test(
  "whatever stands where an address, a number or a photo would, its link is harmless",
  () => {
    fc.assert(
      fc.property(fc.array(anyUrl, { minLength: 1, maxLength: 4 }), (urls) => {
        const [url] = urls;
        const listed = urls.map((value) => ({ value, display: value, type: value, $ref: value }));
        const lists = {
          emails: listed,
          phoneNumbers: listed,
          photos: listed,
          ims: urls,
          groups: listed,
        };
        const text = {
          profileUrl: url,
          userName: url,
          title: url,
          displayName: url,
          own: url,
          list: urls,
        };
        const extensions = {
          [ENTERPRISE]: { department: url, manager: { value: url, $ref: url, displayName: url } },
          [TRAVEL]: { site: url, sites: listed },
        };
        expectSafe(
          parseScimMe(JSON.parse(jsonText({ id: "1", ...text, ...lists, ...extensions }))),
        );
      }),
      runs(120),
    );
  },
  timeout,
);
