import "react-scim-me/styles.css";
import "./app.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { AuthProvider } from "react-oidc-context";
import { BrowserRouter } from "react-router";
import { App } from "./App.tsx";
import { Session } from "./Session.tsx";
import { userManager } from "./userManager.ts";

const queryClient = new QueryClient();

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <AuthProvider userManager={userManager}>
        <Session>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </Session>
      </AuthProvider>
    </QueryClientProvider>
  </StrictMode>,
);
