import "react-scim-me/styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "../common/App.tsx";

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
