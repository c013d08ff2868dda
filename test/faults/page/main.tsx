import { QueryClient } from "@tanstack/react-query";
import { StrictMode, version } from "react";
import { createRoot, hydrateRoot, type Root } from "react-dom/client";
import { sessionCookie, type TokenProvider } from "../../../src/index.js";
import { App } from "./App.js";
import type { PageConfig } from "./PageConfig.js";
import { watch } from "./watch.js";

const config: PageConfig = JSON.parse(decodeURIComponent(location.search.slice(1)));
const container = document.getElementById("root") as HTMLElement;
const client = new QueryClient();
let root: Root | undefined;
let { subject = null } = config;

const provider: TokenProvider = ({ reason }) => {
  app.asked.push(reason);
  return reason === "initial" ? `token-of-${subject ?? "alice"}` : config.renewed;
};

function page() {
  const whole = (
    <App
      client={client}
      dehydrated={window.dehydrated}
      endpoint={config.endpoint}
      subject={subject}
      timeoutMs={config.timeoutMs}
      suspense={config.suspense}
      editable={config.editable}
      tokenProvider={config.sessionCookie ? sessionCookie : (request) => provider(request)}
      onSignedOut={(reason) => app.signedOut.push(reason)}
      onSignOut={() => {
        if (!config.leavesTo) return;
        location.href = config.leavesTo;
        return new Promise(() => {});
      }}
    />
  );
  return config.strict ? <StrictMode>{whole}</StrictMode> : whole;
}

const app: Window["app"] = {
  reactVersion: version,
  moments: watch(),
  asked: [],
  signedOut: [],
  complaints: [],
  mount() {
    if (root) return root.render(page());
    const onRecoverableError = (error: unknown) => void app.complaints.push(String(error));
    if (config.hydrates) root = hydrateRoot(container, page(), { onRecoverableError });
    else {
      root = createRoot(container);
      root.render(page());
    }
  },
  unmount() {
    root?.unmount();
    root = undefined;
  },
  become(other) {
    subject = other;
    app.mount();
  },
  refetch: () => void client.refetchQueries(),
  isFetching: () => client.isFetching() > 0,
};
window.app = app;
if (!config.waits) app.mount();
