"use client";
import { Component, type ReactNode, type RefObject } from "react";

/** The props of {@link KeepFocus}. */
export interface KeepFocusProps {
  root: RefObject<HTMLElement | null>;
  /** Names what is shown, and for whom. The focus is kept where this changes, and nowhere else. */
  shown: string;
  children: ReactNode;
}

/**
 * Gives the focus to what is shown now where the element that had it went with what was shown before:
 * the browser would start at the top of the page. A class, because no hook runs before the DOM changes.
 */
export class KeepFocus extends Component<KeepFocusProps> {
  override getSnapshotBeforeUpdate(before: KeepFocusProps): HTMLElement | null {
    const { root, shown } = this.props;
    return before.shown !== shown && root.current?.matches(":focus-within") ? root.current : null;
  }

  override componentDidUpdate(_props: unknown, _state: unknown, root: HTMLElement | null): void {
    if (!root) return;
    // The root's own document: a portal may lead into another window.
    const { activeElement, body } = root.ownerDocument;
    // What is shown now may have taken the focus already.
    if (activeElement !== body) return;
    // A title with the focus is read out; a live region that comes with its words is not always.
    const to = root.querySelector<HTMLElement>(":scope > [data-part] > [data-part=title]") ?? root;
    // The `tabindex` that the host gave it, else -1.
    to.setAttribute("tabindex", `${to.tabIndex}`);
    to.focus();
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
