/**
 * One or two initials of a name, by grapheme: "Barbara Jensen" is "BJ", "ana" is "A", a name
 * without letters is "".
 *
 * @summary One or two initials of a name, by grapheme.
 */
export function getInitials(name: string): string {
  const words = name
    .split(/\s+/)
    .map((word) => word.slice(0, 99))
    // Marks that stand before a word, invisible ones included, are no initial. Most words begin with
    // a letter that needs no table of Unicode to be told.
    .map((word) =>
      /^[a-z]/i.test(word) ? word : word.replace(/^[^\p{L}\p{N}\p{Emoji_Presentation}]+/u, ""),
    )
    .filter(Boolean);
  return firstGrapheme(words[0]) + firstGrapheme(words.slice(1).at(-1));
}

function firstGrapheme(word = ""): string {
  // Most names need no segmenter, which takes longer to make than a card to draw: nothing joins an
  // ASCII character that another one follows. Not every engine of an old phone has one; a code point
  // is the next best.
  const [first = ""] =
    /^[!-~](?![^!-~])/.test(word) || !Intl.Segmenter
      ? word
      : Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
  return first.toUpperCase();
}
