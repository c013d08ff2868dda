/**
 * Moves the focus within a card, or into it from where nothing is entered: the page, or a dialog
 * around the card. Who is at work elsewhere would write into another input than they look at.
 */
export function moveFocus(to: HTMLElement | null | undefined): void {
  const card = to?.closest("[data-scim]");
  if (!to || !card) return;
  const { activeElement: at, body } = card.ownerDocument;
  if (at === body || at?.contains(card) || card.matches(":focus-within")) to.focus();
}
