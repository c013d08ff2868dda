import { act, screen } from "@testing-library/react";
import { Activity, type JSX, useState } from "react";
import { expect, test } from "vitest";
import { ProfileCard, ProtectedRoute, SignOutButton } from "../../../src/index.js";
import { recordFetch } from "../query/recordFetch.js";
import { pass, renderApp } from "../query/renderApp.js";

test("a hidden <Activity> keeps nobody who has signed out, to show them when it is revealed", async () => {
  let hide = () => {};
  const route = (
    <main data-testid="route">
      <ProtectedRoute>
        the secret
        <ProfileCard />
      </ProtectedRoute>
    </main>
  );
  function App(): JSX.Element {
    const [mode, setMode] = useState<"visible" | "hidden">("visible");
    hide = () => setMode("hidden");
    return (
      <>
        <SignOutButton onSignOut={() => {}} />
        <Activity mode={mode}>{route}</Activity>
      </>
    );
  }
  const { fetch } = recordFetch();
  renderApp({ tokenProvider: () => "token", fetch, children: <App /> });
  await screen.findByText("Barbara Jensen");
  act(() => hide());
  act(() => screen.getByText("Sign out").click());
  await pass(50);
  expect(screen.getByTestId("route")).not.toHaveTextContent(/secret|Barbara/);
});
