/** At least eight characters, or four of which one is no letter: "abc" in a sentence is no secret. */
const SECRET = /^(?=.*[^a-z]).{4}|.{8}/i;
/** More than any error has; an object that leads further is taken to hold anything. */
const MOST = 1000;

/** Takes an echoed token out of a text, also where JSON or a URL has escaped its characters. */
export function withoutToken(text: string, token: string | undefined): string {
  if (!token || !SECRET.test(token)) return text;
  const escapable = token.replace(/./gs, (character) => {
    const hex = character.charCodeAt(0).toString(16);
    const plain = character.replace(/\W/, "\\\\?\\$&");
    return `(?:${plain}|\\\\u00${hex}|%${hex})`;
  });
  return text.replace(new RegExp(escapable, "gi"), "[token]");
}

/** Whether an error, its causes or what it carries quotes the token, or cannot be looked through. */
export function quotesToken(error: unknown, token: string | undefined): boolean {
  if (!token) return false;
  const seen = new Set<unknown>([error]);
  try {
    // A set grows while it is gone through.
    for (const value of seen) {
      if (!value || typeof value !== "object") continue;
      if (seen.size > MOST) return true;
      // Getters of errors and of a `Request`, which no own property tells of.
      for (const key of [...Reflect.ownKeys(value), "message", "stack", "headers"]) {
        seen.add(key).add(Reflect.get(value, key));
      }
      if ("entries" in value) for (const entry of (value as Headers).entries()) seen.add(entry);
    }
  } catch {
    return true;
  }
  const texts = [...seen].filter((value) => typeof value === "string").join("\n");
  return texts.includes(token) || withoutToken(texts, token) !== texts;
}
