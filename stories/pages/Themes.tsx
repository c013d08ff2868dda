import type { ReactNode } from "react";
import { ShadowRoot } from "../hosts/ShadowRoot.tsx";
import brand from "./brand.module.css";
import { LiveApp } from "./LiveApp.tsx";
import "./pages.css";

/** One thing in the looks that a host can give it. */
export function Themes({ children }: { children: ReactNode }) {
  return (
    <div className="page-themes sb-unstyled">
      <Look name="As it comes">
        <LiveApp>{children}</LiveApp>
      </Look>
      <Look name="Dark: by the page’s color-scheme">
        <div style={{ colorScheme: "dark" }}>
          <LiveApp>{children}</LiveApp>
        </div>
      </Look>
      <Look name="Custom properties of a CSS module">
        <div className={brand.account}>
          <LiveApp>{children}</LiveApp>
        </div>
      </Look>
      <Look name="Without styles.css">
        <LiveApp>
          <ShadowRoot css="">{children}</ShadowRoot>
        </LiveApp>
      </Look>
    </div>
  );
}

function Look({ name, children }: { name: string; children: ReactNode }) {
  return (
    <figure>
      <figcaption>{name}</figcaption>
      {children}
    </figure>
  );
}
