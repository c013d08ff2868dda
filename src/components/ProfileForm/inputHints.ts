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
  "name.givenname": "given-name",
  "name.familyname": "family-name",
  "name.middlename": "additional-name",
  "name.honorificprefix": "honorific-prefix",
  "name.honorificsuffix": "honorific-suffix",
  "name.formatted": "name",
  displayname: "name",
  nickname: "nickname",
  title: "organization-title",
  username: "username",
  profileurl: "url",
  preferredlanguage: "language",
  photos: "photo",
  emails: "email",
  phonenumbers: "tel",
  streetaddress: "street-address",
  locality: "address-level2",
  region: "address-level1",
  postalcode: "postal-code",
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
  const name = path.replace(/^urn:.*:/i, "").toLowerCase();
  // An attribute may be called `constructor`, which every object has.
  const token = (Object.hasOwn(AUTOCOMPLETE, name) && AUTOCOMPLETE[name]) || "off";
  const inputMode = INPUT_MODE[token];
  const purpose = /^(?:home|work|mobile|fax|pager)$/i.test(type) ? `${type.toLowerCase()} ` : "";
  return {
    type: token === "tel" ? token : undefined,
    inputMode,
    dir: inputMode ? "ltr" : "auto",
    autoComplete: /^(?:email|tel)$/.test(token) ? purpose + token : token,
  };
}
