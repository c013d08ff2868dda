/** Whether a text has a character to see: zero-width ones, direction marks and halves are none. */
export function isVisible(text: string | undefined): text is string {
  return /[^\s\u2800\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u.test(text ?? "");
}
