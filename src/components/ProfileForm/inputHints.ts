/** What a browser and a keyboard may know about an input. */
export interface InputHints {
  type?: "text" | "tel";
  inputMode?: "email" | "tel" | "url" | "numeric";
  autoComplete?: string;
  /** Addresses and numbers run from left to right in every language. */
  dir?: "auto" | "ltr";
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
const PURPOSES = ["home", "work", "mobile", "fax", "pager"];

/**
 * Hints for an attribute; `type` is that of a value, such as `work`. The input's type stays text: that
 * of an email would rewrite what was entered, and refuse what a server accepts.
 */
export function inputHints(path: string, type?: string): InputHints {
  const name = path.replace(/^urn:.*:/i, "").toLowerCase();
  // An attribute may be called `constructor`, which every object has.
  const token = Object.hasOwn(AUTOCOMPLETE, name) ? AUTOCOMPLETE[name] : undefined;
  if (name === "emails") return { inputMode: "email", dir: "ltr", ...completing("email", type) };
  if (name === "phonenumbers") {
    return { type: "tel", inputMode: "tel", dir: "ltr", ...completing("tel", type) };
  }
  if (name === "photos" || name === "profileurl") {
    return { inputMode: "url", dir: "ltr", autoComplete: token ?? "off" };
  }
  return { dir: "auto", autoComplete: token ?? "off" };
}

function completing(token: string, type = ""): { autoComplete: string } {
  const purpose = type.toLowerCase();
  return { autoComplete: PURPOSES.includes(purpose) ? `${purpose} ${token}` : token };
}
