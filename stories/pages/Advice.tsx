import type { ReactNode } from "react";
import { marked } from "../Table.tsx";
import "./pages.css";

interface AdviceProps {
  /** What to do or to leave, and why; with `code` in it. */
  says: string;
  children: ReactNode;
}

/** Things to do and things to leave, side by side. */
export function Advice({ children }: { children: ReactNode }) {
  return <div className="page-advice sb-unstyled">{children}</div>;
}

/** Done right, live. */
export function Do(props: AdviceProps) {
  return <Example name="Do" {...props} />;
}

/** Done wrong, live. */
export function Dont(props: AdviceProps) {
  return <Example name="Don’t" {...props} />;
}

function Example({ name, says, children }: AdviceProps & { name: string }) {
  return (
    <figure data-advice={name === "Do" ? "do" : "dont"}>
      {children}
      <figcaption>
        <strong>{name}.</strong> {marked(says)}
      </figcaption>
    </figure>
  );
}
