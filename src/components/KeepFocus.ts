"use client";
import { Component, type ReactNode, type RefObject } from "react";

/** The props of {@link KeepFocus}. */
export interface KeepFocusProps {
  root: RefObject<HTMLElement | null>;
  /** What is shown, and whose it is: what else goes from a page is its host's to mind. */
  shown: string;
  children: ReactNode;
}

/**
 * When what has the focus is taken out of the root, what came instead has it: else it would be at the
 * top of the page. A class, because no hook is asked before the page changes.
 */
export class KeepFocus extends Component<KeepFocusProps> {
  override getSnapshotBeforeUpdate(before: KeepFocusProps): boolean {
    return before.shown !== this.props.shown && !!this.props.root.current?.matches(":focus-within");
  }

  override componentDidUpdate(_props: unknown, _state: unknown, hadFocus: boolean): void {
    const { current: root } = this.props.root;
    if (!root || !hadFocus) return;
    // The one that it is in: a portal may lead into another window.
    const { activeElement, body } = root.ownerDocument;
    // What came may have taken it.
    if (activeElement !== body) return;
    // Which is read out then: a region that comes with its words is not always.
    const to = root.querySelector<HTMLElement>(":scope > [data-part] > [data-part=title]") ?? root;
    // Its own, where the host gave it one; else -1.
    to.setAttribute("tabindex", `${to.tabIndex}`);
    to.focus();
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
