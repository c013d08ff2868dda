/** At least eight characters, or four of which one is no letter: "abc" in a sentence is no secret. */
const SECRET = /^(?=.*[^a-z]).{4}|.{8}/i;
/**
 * How many characters of a token are compared; what else a token can hold goes with them. A server
 * knows the token, and could make a search for all of it take minutes.
 */
const HEAD = 16;
/** More than any error has; an object that leads further is taken to hold anything. */
const MOST = 1000;

/**
 * Takes echoed tokens out of a text, also where JSON or a URL has escaped their characters. All tokens
 * of an algorithm begin alike: in `data` another one stays, and a short one, which might be a word.
 */
export function withoutTokens(text: string, tokens: readonly string[], data?: boolean): string {
  let rest = text;
  for (const token of tokens) {
    const start = token.slice(0, HEAD);
    // Most texts escape nothing but slashes, and the pattern takes longer to make than to read them.
    const lower = rest.replaceAll("\\/", "/").toLowerCase();
    const isThere = /\\u|%/.test(lower) || lower.includes(start.toLowerCase());
    if (!isThere || !(data ? token[HEAD - 1] : SECRET.test(token))) continue;
    const head = start.replace(/./g, (character) => {
      const hex = character.charCodeAt(0).toString(16);
      // JSON writes a slash as `\/` too; no other backslash stands before a character of a token.
      return `${character === "/" ? "\\\\?" : ""}(?:\\x${hex}|[%\\\\](?:u00)?${hex})`;
    });
    const tail = `(?:[\\w.~+/=-]|\\\\/|[%\\\\](?:u00)?\\w\\w){0,${Math.max(token.length - HEAD, 0)}}`;
    const isOther = (found: string) =>
      !token.toLowerCase().startsWith(unescaped(found).replace(/\.+$/, "").toLowerCase());
    rest = rest.replace(new RegExp(head + tail, "gi"), (found) =>
      data && isOther(found) ? found : "[token]",
    );
  }
  return rest;
}

/** Reads `\u0041`, `%41` and `\/` as what they stand for. */
function unescaped(text: string): string {
  return unescape(text.replaceAll("\\/", "/").replaceAll("\\", "%"));
}

/**
 * Whether an error, its causes or what it carries quotes a token, or cannot be looked through. A short
 * word is no secret, and may stand in the paths of every stack.
 */
export function quotesToken(error: unknown, tokens: readonly string[]): boolean {
  if (!tokens[0]) return false;
  const seen = new Set<unknown>([error]);
  let texts = "";
  try {
    // A set grows while it is gone through.
    for (const value of seen) {
      if (typeof value === "string") texts += `${value}\n`;
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
  return withoutTokens(texts, tokens) !== texts;
}
