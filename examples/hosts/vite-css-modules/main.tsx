import "react-scim-me/styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "../common/App.tsx";
import styles from "./card.module.css";

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <App className={styles.card} />
  </StrictMode>,
);
