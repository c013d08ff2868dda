import { act, screen } from "@testing-library/react";
import { Activity, type JSX, useState } from "react";
import { expect, test } from "vitest";
import { editingEn } from "../../../src/components/ProfileForm/editingEn.js";
import { ProfileCard, ProtectedRoute, SignOutButton } from "../../../src/index.js";
import { en } from "../../../src/locales/en.js";
import { enter, openForm, renderCard, save } from "../form/renderForm.js";
import { deferred, recordFetch } from "../query/recordFetch.js";
import { pass, renderApp } from "../query/renderApp.js";
import { onChange, refused } from "../update/scimServer.js";

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

/** Saves a job title, and hides the form until the server has answered. */
async function saveUnseen(answer?: Response): Promise<void> {
  let hide = (_isHidden: boolean) => {};
  function Tab(): JSX.Element {
    const [isHidden, setHidden] = useState(false);
    hide = setHidden;
    return (
      <Activity mode={isHidden ? "hidden" : "visible"}>
        <ProfileCard editable />
      </Activity>
    );
  }
  const answered = deferred();
  const override = onChange(async (_, { take }) => {
    await answered.promise;
    return answer ?? Response.json(take());
  });
  renderCard({ app: { children: <Tab /> }, override });
  await openForm();
  enter("Job title", "Captain");
  save();
  act(() => hide(true));
  await act(async () => answered.resolve());
  await pass();
  act(() => hide(false));
  await pass();
}

test("a change that is refused while a hidden <Activity> has its form is told of when it is revealed", async () => {
  await saveUnseen(refused(403));
  expect(screen.getByRole("alert")).toHaveTextContent(editingEn.notSaved);
  expect(screen.getByRole("alert")).toHaveFocus();
  expect(screen.getByLabelText("Job title")).toHaveValue("Captain");
  expect(screen.getByRole("button", { name: "Save" })).toBeEnabled();
});

test("a change that is saved while a hidden <Activity> has its form is told of too, and the form has closed", async () => {
  await saveUnseen();
  expect(screen.queryByRole("form")).toBeNull();
  expect(await screen.findByText(en.saved)).toHaveRole("status");
  expect(screen.getByText("Captain")).toBeVisible();
});
