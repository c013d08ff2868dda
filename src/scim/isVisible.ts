/** Whether a text has a character to see: zero-width ones, direction marks and halves are none. */
export function isVisible(text: string | undefined = ""): text is string {
  // Most texts begin with an ASCII one, which needs no table of Unicode to be told.
  const isAscii = text >= "!" && text < "\x7f";
  return (
    isAscii ||
    (!!text && /[^\s\u2800\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u.test(text))
  );
}
