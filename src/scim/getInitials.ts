/**
 * One or two initials of a name, by grapheme: "Barbara Jensen" is "BJ", "ana" is "A", a name
 * without letters is "".
 *
 * @summary One or two initials of a name, by grapheme.
 */
export function getInitials(name: string): string {
  const words = name
    .split(/\s+/)
    // Marks that stand before a word, invisible ones included, are no initial.
    .map((word) => word.slice(0, 99).replace(/^[^\p{L}\p{N}\p{Emoji_Presentation}]+/u, ""))
    .filter(Boolean);
  const [first = "", ...rest] = words;
  return firstGrapheme(first) + firstGrapheme(rest.at(-1) ?? "");
}

function firstGrapheme(word: string): string {
  // Not every engine of an old phone has Intl.Segmenter; a code point is the next best.
  const segments = Intl.Segmenter ? new Intl.Segmenter().segment(word) : word;
  for (const segment of segments) {
    return (typeof segment === "string" ? segment : segment.segment).toUpperCase();
  }
  return "";
}
