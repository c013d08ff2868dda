/** A style sheet of the app with another accent color. */
export function changeTheme(css: string): string {
  const changed = css.replace("#0b7a5b", "#0b6f7a");
  if (changed === css) throw new Error("The accent color is not in this style sheet.");
  return changed;
}
