/** At least eight characters, or four of which one is no letter: "abc" in a sentence is no secret. */
const SECRET = /^(?=.*[^a-z]).{4}|.{8}/i;
/**
 * How many characters of a token are compared; as many more as it has go with them. A server knows
 * the token, and could make a search for all of it take minutes.
 */
const HEAD = 16;
/** Any character of a token, escaped or not. */
const ANY = String.raw`(?:[\w.~+/=-]|\\/|\\u00[\da-f]{2}|%[\da-f]{2})`;
/** More than any error has; an object that leads further is taken to hold anything. */
const MOST = 1000;

/** Takes an echoed token out of a text, also where JSON or a URL has escaped its characters. */
export function withoutToken(text: string, token: string | undefined): string {
  if (!token || !SECRET.test(token)) return text;
  const escapable = token.slice(0, HEAD).replace(/./gs, (character) => {
    const hex = character.charCodeAt(0).toString(16);
    const plain = character.replace(/\W/, "\\\\?\\$&");
    return `(?:${plain}|\\\\u00${hex}|%${hex})`;
  });
  const rest = Math.max(token.length - HEAD, 0);
  return text.replace(new RegExp(`${escapable}${ANY}{0,${rest}}`, "gi"), "[token]");
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
