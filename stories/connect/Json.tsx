import { useId } from "react";

/** Data as text, in a region that the keyboard can scroll. */
export function Json({ title, value }: { title: string; value: unknown }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus.
    <section aria-labelledby={id} tabIndex={0}>
      <h3 id={id}>{title}</h3>
      <pre>{JSON.stringify(value, null, 2)}</pre>
    </section>
  );
}
