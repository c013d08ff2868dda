import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { endpoint } from "../.storybook/endpoint.ts";
import preview from "../.storybook/preview.tsx";
import { ProfileCard, ScimMeProvider, SignOutButton } from "../src/index.ts";
import { en } from "../src/locales/en.ts";
import { type ScimMeScenarioName, scenarioTokenProvider } from "../src/mocks/index.ts";
import { createTestQueryClient } from "../src/testing/index.ts";
import "./AllStates.css";
import { arabic, rightToLeft, withoutPhoto } from "./people.ts";

/** Every state of a card and of its button at once, as the README shows them. */
const meta = preview.meta({
  title: "Components/All states",
  parameters: { provider: false, width: 1264 },
});

const signOuts = {
  idle: () => {},
  pending: () => new Promise(() => {}),
  failed: () => Promise.reject(new Error("The provider did not answer.")),
};

function App({ scenario, children }: { scenario: ScimMeScenarioName; children: ReactNode }) {
  const [queryClient] = useState(createTestQueryClient);
  const [tokenProvider] = useState(() => scenarioTokenProvider(scenario));
  return (
    <QueryClientProvider client={queryClient}>
      <ScimMeProvider endpoint={endpoint} tokenProvider={tokenProvider} onSignIn={() => {}}>
        {children}
      </ScimMeProvider>
    </QueryClientProvider>
  );
}

function State({ name, scenario }: { name: string; scenario: ScimMeScenarioName }) {
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <App scenario={scenario}>
        <ProfileCard actions={<SignOutButton onSignOut={signOuts.idle} />} />
      </App>
    </figure>
  );
}

function AllStates() {
  return (
    <div className="all-states">
      <section>
        <State name="ready" scenario="success" />
        <State name="unauthorized" scenario="unauthorized" />
        <figure>
          <figcaption>compact, no photo</figcaption>
          <ProfileCard size="compact" profile={withoutPhoto} />
        </figure>
      </section>
      <section>
        <State name="loading" scenario="never" />
        <State name="forbidden" scenario="forbidden" />
        <figure dir="rtl" lang="ar">
          <figcaption>right to left</figcaption>
          <ScimMeProvider messages={arabic}>
            <ProfileCard profile={rightToLeft} fields={["emails", "phoneNumbers"]} />
          </ScimMeProvider>
        </figure>
      </section>
      <section>
        <State name="missing-token" scenario="missing-token" />
        <State name="unavailable" scenario="server-error" />
        <figure>
          <figcaption>signing out: idle, pending, failed</figcaption>
          {Object.entries(signOuts).map(([name, onSignOut]) => (
            <App key={name} scenario="success">
              <p data-testid={name}>
                <SignOutButton onSignOut={onSignOut} />
              </p>
            </App>
          ))}
        </figure>
      </section>
    </div>
  );
}

/** The scheme is the host's, and everything follows it. */
export const Together = meta.story({
  tags: ["visual"],
  render: () => <AllStates />,
  play: async ({ canvas }) => {
    // The ready card and the compact one.
    await waitFor(() =>
      expect(canvas.getAllByRole("group", { name: "Barbara Jensen" })).toHaveLength(2),
    );
    for (const state of ["missing-token", "unauthorized", "forbidden", "unavailable"] as const) {
      await canvas.findByText(en[state].title);
    }
    for (const name of ["pending", "failed"]) {
      await userEvent.click(within(canvas.getByTestId(name)).getByRole("button"));
    }
    await expect(await canvas.findByRole("alert")).toHaveTextContent(en.signOutFailed);
    await canvas.findByRole("button", { name: en.signingOut });
  },
});
