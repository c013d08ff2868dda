/** More than anybody reads on a card, in UTF-16 units; the model keeps the rest. */
const LONGEST = 1000;

/** A text as it is shown: one of a megabyte would make the page slow and the card endless. */
export function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  // Not through the middle of a character.
  return `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
