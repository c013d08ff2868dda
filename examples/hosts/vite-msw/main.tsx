import "react-scim-me/styles.css";
import { http, passthrough } from "msw";
import { setupWorker } from "msw/browser";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { scimMeHandlers } from "react-scim-me/msw";
import { App } from "../common/App.tsx";

// The sign-in is the server's own; the profile is a mock.
const worker = setupWorker(http.post("/token", passthrough), ...scimMeHandlers());
await worker.start({ quiet: true });

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
