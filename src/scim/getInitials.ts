/**
 * One or two initials of a name, by grapheme: "Barbara Jensen" is "BJ", "ana" is "A", a name
 * without letters is "", and so is none.
 *
 * @summary One or two initials of a name, by grapheme.
 */
export function getInitials(name: string | null | undefined): string {
  const words = (name ?? "")
    .split(/\s+/)
    // Marks that stand before a word, invisible ones included, are no initial. Most words begin with
    // a letter that needs no table of Unicode to be told.
    .map((word) =>
      /^[a-z]/i.test(word) ? word : word.replace(/^[^\p{L}\p{N}\p{Emoji_Presentation}]+/u, ""),
    )
    .filter(Boolean);
  // The first and the last.
  words.splice(1, words.length - 2);
  return words.map(firstGrapheme).join("");
}

function firstGrapheme(word: string): string {
  // Most names need no segmenter, which takes longer to make than a card to draw: nothing joins an
  // ASCII character that another one follows. Not every engine of an old phone has one; a code point
  // is the next best.
  const [first = ""] =
    /^[!-~](?![^!-~])/.test(word) || !Intl.Segmenter
      ? word
      : Array.from(new Intl.Segmenter().segment(word.slice(0, 99)), ({ segment }) => segment);
  return first.toUpperCase();
}
