import { QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useState } from "react";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { endpoint } from "../.storybook/endpoint.ts";
import preview from "../.storybook/preview.tsx";
import { messagesOf, type StageGlobals } from "../.storybook/stageGlobals.ts";
import { ProfileCard, type ScimMeMessages, ScimMeProvider, SignOutButton } from "../src/index.ts";
import { en } from "../src/locales/en.ts";
import { type ScimMeScenarioName, scenarioTokenProvider } from "../src/mocks/index.ts";
import { createTestQueryClient } from "../src/testing/index.ts";
import "./AllStates.css";
import type { Canvas } from "./expectView.ts";
import { patient } from "./patient.ts";
import { arabic, rightToLeft, withoutPhoto } from "./people.ts";

/** Every state of a card and of its button at once, as the README shows them. */
const meta = preview.meta({
  title: "Components/All states",
  tags: ["visual"],
  parameters: { provider: false, width: 1264 },
  render: (_args, { globals }) => (
    <Words.Provider value={messagesOf((globals as StageGlobals).locale) ?? en}>
      <AllStates />
    </Words.Provider>
  ),
});

const signOuts = {
  idle: () => {},
  pending: () => new Promise(() => {}),
  failed: () => Promise.reject(new Error("The provider did not answer.")),
};

const Words = createContext<ScimMeMessages>(en);

function App({ scenario, children }: { scenario: ScimMeScenarioName; children: ReactNode }) {
  const messages = useContext(Words);
  const [queryClient] = useState(createTestQueryClient);
  const [tokenProvider] = useState(() => scenarioTokenProvider(scenario));
  return (
    <QueryClientProvider client={queryClient}>
      <ScimMeProvider {...{ endpoint, tokenProvider, messages, ...patient }} onSignIn={() => {}}>
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

async function settle({ canvas, globals }: { canvas: Canvas; globals: StageGlobals }) {
  const messages = messagesOf(globals.locale) ?? en;
  // The ready card and the compact one.
  await waitFor(() =>
    expect(canvas.getAllByRole("group", { name: "Barbara Jensen" })).toHaveLength(2),
  );
  for (const state of ["missing-token", "unauthorized", "forbidden", "unavailable"] as const) {
    await canvas.findByText(messages[state].title);
  }
  for (const name of ["pending", "failed"]) {
    await userEvent.click(within(canvas.getByTestId(name)).getByRole("button"));
  }
  await expect(await canvas.findByRole("alert")).toHaveTextContent(messages.signOutFailed);
  await canvas.findByRole("button", { name: messages.signingOut });
}

/** The scheme is the host's, and everything follows it. */
export const Together = meta.story({ tags: ["forced-colors"], play: settle });

/** From right to left everything is mirrored, but for addresses, numbers and scopes. */
export const InArabic = meta.story({ globals: { locale: "ar" }, play: settle });

/** Words that are half as long again, and an accent on every letter that is in the catalogue. */
export const InPseudoLocale = meta.story({ globals: { locale: "en-XA" }, play: settle });

/** A narrow page: labels stand above their values, and nothing is cut or scrolls sideways. */
export const At320Pixels = meta.story({ parameters: { width: 272 }, play: settle });

/** Text of twice the size: everything grows with it. */
export const AtTwiceTheTextSize = meta.story({
  globals: { textSize: "200-percent" },
  play: settle,
});
