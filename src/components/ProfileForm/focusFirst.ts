/** Puts the focus where something can be entered. */
export function focusFirst(within: Element | null | undefined): void {
  within?.querySelector<HTMLElement>("input, select, textarea")?.focus();
}
