import { memberOf } from "../../scim/MeEdit.js";
import { splitPath } from "./splitPath.js";

/** What a browser and a keyboard may know about an input. */
export interface InputHints {
  type: "tel" | undefined;
  inputMode: "email" | "tel" | "url" | undefined;
  autoComplete: string;
  /** Addresses and numbers run from left to right in every language. */
  dir: "auto" | "ltr";
}

/** Autofill's own names for attributes (HTML, "autofill detail tokens"). */
const AUTOCOMPLETE: Record<string, string> = {
  "name.givenName": "given-name",
  "name.familyName": "family-name",
  "name.middleName": "additional-name",
  "name.honorificPrefix": "honorific-prefix",
  "name.honorificSuffix": "honorific-suffix",
  "name.formatted": "name",
  displayName: "name",
  nickName: "nickname",
  title: "organization-title",
  userName: "username",
  profileUrl: "url",
  preferredLanguage: "language",
  photos: "photo",
  emails: "email",
  phoneNumbers: "tel",
  streetAddress: "street-address",
  locality: "address-level2",
  region: "address-level1",
  postalCode: "postal-code",
  country: "country",
};
/** The keyboards of what is no word. */
const INPUT_MODE: Record<string, InputHints["inputMode"]> = {
  email: "email",
  tel: "tel",
  url: "url",
  photo: "url",
};

/**
 * Hints for an attribute; `type` is that of a value, such as `work`. The input's type stays text: that
 * of an email would rewrite what was entered, and refuse what a server accepts.
 */
export function inputHints(path: string, type = ""): InputHints {
  const token = String(memberOf(AUTOCOMPLETE, splitPath(path)[1]) ?? "off");
  const inputMode = INPUT_MODE[token];
  const purpose = /^(?:home|work|mobile|fax|pager)$/i.test(type) ? `${type.toLowerCase()} ` : "";
  return {
    type: token === "tel" ? token : undefined,
    inputMode,
    dir: inputMode ? "ltr" : "auto",
    autoComplete: /^(?:email|tel)$/.test(token) ? purpose + token : token,
  };
}
