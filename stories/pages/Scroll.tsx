import type { ReactNode } from "react";

/** What is wider than a narrow page: it scrolls by itself, and by keyboard. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard.
    <section aria-label={label} tabIndex={0} style={{ overflowX: "auto", marginBlock: 16 }}>
      {children}
    </section>
  );
}
