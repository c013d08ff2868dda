import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import styles from "../../src/styles.css?inline";

/** An open shadow root with the kit's sheet in it, where no rule of the page comes in. */
export function ShadowRoot({ children }: { children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot>();
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    setRoot(root);
  }, []);
  return (
    <div ref={host} data-testid="shadow">
      {root && createPortal(children, root)}
    </div>
  );
}
