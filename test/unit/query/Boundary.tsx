import { Component, type ReactNode } from "react";

/** Says "caught" in place of what threw. */
export class Boundary extends Component<{
  children: ReactNode;
  onCatch: (error: unknown) => void;
}> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidCatch(error: unknown) {
    this.props.onCatch(error);
  }
  override render() {
    return this.state.failed ? "caught" : this.props.children;
  }
}
