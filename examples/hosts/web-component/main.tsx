import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import styles from "react-scim-me/styles.css?inline";
import { App } from "../common/App.tsx";

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

/** `<member-account>`, for pages that are not React's: the page's styles stay out, and ours in. */
class MemberAccount extends HTMLElement {
  #shadow = this.attachShadow({ mode: "open" });
  #root: Root | undefined;

  connectedCallback() {
    this.#shadow.adoptedStyleSheets = [sheet];
    this.#root = createRoot(this.#shadow);
    this.#root.render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  }

  disconnectedCallback() {
    this.#root?.unmount();
  }
}

customElements.define("member-account", MemberAccount);
