/**
 * A place of this origin to return to after signing in: path, query and fragment. Anything that
 * could lead elsewhere (control characters, `\`, `//`, userinfo, another origin) is the fallback.
 *
 * @summary A path of this origin to return to after signing in.
 * @param fallback where to go instead. Default `"/"`.
 */
export function safeReturnTo(value: unknown, fallback = "/"): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  if (typeof value !== "string" || /[\x00-\x1f\x7f-\x9f\\]/.test(value)) return fallback;
  if (!/^(?:\/(?!\/)|https?:\/\/)/i.test(value)) return fallback;
  const { origin } = (globalThis as { location?: Location }).location ?? {};
  const here = origin?.startsWith("http") ? origin : "https://page.invalid";
  try {
    const url = new URL(value, here);
    if (url.origin !== here || url.username || url.password) return fallback;
    const path = url.pathname + url.search + url.hash;
    // `/.//host` is `//host` once its dots are resolved.
    return path.startsWith("//") ? fallback : path;
  } catch {
    return fallback;
  }
}
