/** At least eight characters, or four of which one is no letter: "abc" in a sentence is no secret. */
const SECRET = /^(?=.*[^a-z]).{4}|.{8}/i;

/** Takes an echoed token out of a text, also where JSON has escaped its punctuation. */
export function withoutToken(text: string, token: string | undefined): string {
  if (!token || !SECRET.test(token)) return text;
  const escapable = token.replace(
    /\W/g,
    (mark) => `(?:\\\\?\\${mark}|\\\\u00${mark.charCodeAt(0).toString(16)})`,
  );
  return text.replace(new RegExp(escapable, "gi"), "[token]");
}
