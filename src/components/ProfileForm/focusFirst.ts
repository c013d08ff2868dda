import { moveFocus } from "../moveFocus.js";

/** Puts the focus where something can be entered. */
export function focusFirst(within: Element | null | undefined): void {
  moveFocus(within?.querySelector<HTMLElement>("input, select, textarea"));
}
