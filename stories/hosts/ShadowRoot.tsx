import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import styles from "../../src/styles.css?inline";

interface ShadowRootProps {
  /** The only rules in it. @default the kit's sheet */
  css?: string;
  children: ReactNode;
}

/** An open shadow root, where no rule of the page comes in. */
export function ShadowRoot({ css = styles, children }: ShadowRootProps) {
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot>();
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    setRoot(root);
  }, [css]);
  return (
    <div ref={host} data-testid="shadow">
      {root && createPortal(children, root)}
    </div>
  );
}
