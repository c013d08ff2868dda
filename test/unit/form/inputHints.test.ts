import { expect, test } from "vitest";
import { inputHints } from "../../../src/components/ProfileForm/inputHints.js";
import { ENTERPRISE } from "../scim/bodies.js";

/** HTML's autofill fields that a person's own profile can have, less what is for passwords and cards. */
const fields =
  "name honorific-prefix given-name additional-name family-name honorific-suffix nickname username organization-title street-address address-level2 address-level1 country postal-code language url photo".split(
    " ",
  );
/** Those that may stand after `home`, `work`, `mobile`, `fax` or `pager`. */
const contacts = ["tel", "email"];

function isValid(tokens: string): boolean {
  const [first = "", second, ...more] = tokens.split(" ");
  if (more.length) return false;
  if (second) return /^(?:home|work|mobile|fax|pager)$/.test(first) && contacts.includes(second);
  return first === "off" || [...fields, ...contacts].includes(first);
}

test.each([
  ["name.givenName", undefined, "given-name"],
  ["name.familyName", undefined, "family-name"],
  ["name.middleName", undefined, "additional-name"],
  ["name.honorificPrefix", undefined, "honorific-prefix"],
  ["name.honorificSuffix", undefined, "honorific-suffix"],
  ["name.formatted", undefined, "name"],
  ["displayName", undefined, "name"],
  ["nickName", undefined, "nickname"],
  ["title", undefined, "organization-title"],
  ["userName", undefined, "username"],
  ["profileUrl", undefined, "url"],
  ["preferredLanguage", undefined, "language"],
  ["photos", undefined, "photo"],
  ["emails", "work", "work email"],
  ["emails", "other", "email"],
  ["phoneNumbers", "Mobile", "mobile tel"],
  ["phoneNumbers", "constructor", "tel"],
  ["streetAddress", undefined, "street-address"],
  ["locality", undefined, "address-level2"],
  ["region", undefined, "address-level1"],
  ["postalCode", undefined, "postal-code"],
  ["country", undefined, "country"],
  ["locale", undefined, "off"],
  [`${ENTERPRISE}:department`, undefined, "off"],
  ["urn:example:1.0:User:constructor", undefined, "off"],
])("%s of the type %s is filled as %s, which HTML knows", (path, type, expected) => {
  const { autoComplete = "" } = inputHints(path, type);
  expect(autoComplete).toBe(expected);
  expect(isValid(autoComplete)).toBe(true);
});

test("no input's type refuses or rewrites what a server accepts", () => {
  for (const path of ["emails", "photos", "profileUrl", "title", "locale", "postalCode"]) {
    expect(inputHints(path).type ?? "text").toBe("text");
  }
  expect(inputHints("phoneNumbers").type).toBe("tel");
});

test("addresses and numbers run from left to right, and words as they are written", () => {
  for (const path of ["emails", "phoneNumbers", "photos"]) expect(inputHints(path).dir).toBe("ltr");
  for (const path of ["title", "locality"]) expect(inputHints(path).dir).toBe("auto");
});
