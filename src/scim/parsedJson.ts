/** A text as JSON; undefined for any other. The parser's own error quotes it, and it may be personal. */
export function parsedJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text as string);
  } catch {
    return undefined;
  }
}
