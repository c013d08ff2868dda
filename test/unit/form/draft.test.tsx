import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { editingEn } from "../../../src/components/ProfileForm/editingEn.js";
import { ProfileCard, SignOutButton } from "../../../src/index.js";
import { ar } from "../../../src/locales/ar.js";
import { en } from "../../../src/locales/en.js";
import { deferred, failure, offline } from "../query/recordFetch.js";
import { pass } from "../query/renderApp.js";
import { WSO2 } from "../update/patchRows.js";
import { closed, enter, openForm, renderCard, save } from "./renderForm.js";

const title = () => screen.getByLabelText<HTMLInputElement>("Job title");

test("what was entered stays through a refetch, and a field that nobody touched follows the server", async () => {
  const { client, server } = renderCard();
  await openForm();
  enter("Job title", "Captain");
  server.person = { ...server.person, displayName: "Babs", title: "Guide" };
  await act(() => client.refetchQueries());
  await waitFor(() => expect(screen.getByLabelText("Display name")).toHaveValue("Babs"));
  expect(title()).toHaveValue("Captain");
  expect(title()).toHaveAccessibleDescription("Saved meanwhile: Guide Use this");
});

test("what was saved meanwhile is isolated: in a sentence that runs to the left a number would be turned around", async () => {
  const { savedMeanwhile } = ar.editing;
  const { client, server } = renderCard({ app: { messages: { editing: { savedMeanwhile } } } });
  const form = await openForm();
  enter("Job title", "Captain");
  server.person = { ...server.person, title: "+94 11 214 5345" };
  await act(() => client.refetchQueries());
  expect((await form.findByText("+94 11 214 5345")).tagName).toBe("BDI");
  const told = savedMeanwhile.replace("{value}", "+94 11 214 5345");
  expect(title()).toHaveAccessibleDescription(`${told} Use this`);
});

test("what the server has by itself meanwhile is no difference any more", async () => {
  const { client, server, sent } = renderCard();
  await openForm();
  enter("Job title", "Captain");
  server.person = { ...server.person, title: "Captain" };
  await act(() => client.refetchQueries());
  expect(screen.queryByText(/Saved meanwhile/)).toBeNull();
  save();
  await closed();
  expect(sent()).toEqual([]);
});

test("what was entered waits until a session that has ended is renewed", async () => {
  let isOver = false;
  const app = renderCard({
    override: ({ token }) => (isOver && token === "token" ? failure(401) : undefined),
  });
  await openForm();
  enter("Job title", "Captain");
  isOver = true;
  await act(() => app.client.refetchQueries());
  await screen.findByText(en.unauthorized.title);
  expect(screen.queryByRole("form")).toBeNull();
  app.update({ tokenProvider: () => "new" });
  await screen.findByRole("form");
  expect(title()).toHaveValue("Captain");
  save();
  await closed();
  expect(app.server.person).toMatchObject({ title: "Captain" });
});

test.each([
  ["offline", offline, editingEn.problems.network],
  ["503", () => failure(503), editingEn.problems.unavailable],
  ["429", () => failure(429), editingEn.problems.unavailable],
  ["401", () => failure(401), editingEn.problems.unauthorized],
  ["403", () => failure(403), editingEn.problems.forbidden],
  ["405", () => failure(405), editingEn.problems.unsupported],
  ["400", () => failure(400), editingEn.problems.invalid],
])("what was entered stays after a save that fails with %s", async (_, answer, words) => {
  let isFailing = true;
  const { server } = renderCard({
    override: ({ method }) => (method === "PATCH" && isFailing ? answer() : undefined),
  });
  await openForm();
  enter("Job title", "Captain");
  save();
  expect(await screen.findByRole("alert")).toHaveTextContent(words);
  expect(title()).toHaveValue("Captain");
  expect(server.person).toMatchObject({ title: "Tour Guide" });
  isFailing = false;
  save();
  await closed();
  expect(server.person).toMatchObject({ title: "Captain" });
});

test("what is typed while a change is saved is not lost: the form stays, with that alone", async () => {
  const answer = deferred<Response>();
  let isSlow = true;
  const { server, operations } = renderCard({
    override: ({ method }, { take }) => {
      if (method !== "PATCH" || !isSlow) return undefined;
      isSlow = false;
      return answer.promise.then(() => Response.json(take()));
    },
  });
  await openForm();
  enter("Job title", "Captain");
  enter("Display name", "Babs");
  save();
  await screen.findByRole("button", { name: "Saving…" });
  enter("Job title", "Captain of all");
  await act(async () => answer.resolve(new Response()));
  await screen.findByRole("button", { name: "Save" });
  expect(server.person).toMatchObject({ title: "Captain", displayName: "Babs" });
  expect(title()).toHaveValue("Captain of all");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.queryByText(/Saved meanwhile/)).toBeNull();
  expect(screen.getByText(`Display name: ${en.saved}`)).toHaveRole("status");
  save();
  await closed();
  expect(operations().at(-1)).toEqual({ op: "replace", value: { title: "Captain of all" } });
});

test("what was saved is told, and what the server left as it was, and nothing of all of it", async () => {
  let isLeft = true;
  renderCard({
    override: ({ method }, { person }) =>
      method === "PATCH" && isLeft ? Response.json({ ...person, title: "Captain" }) : undefined,
  });
  await openForm();
  enter("Job title", "Captain");
  enter("Display name", "Babs");
  save();
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(`Display name: ${editingEn.problems.kept}`);
  expect(alert).not.toHaveTextContent(editingEn.notSaved);
  const told = screen.getByText(`Job title: ${en.saved}`);
  expect(told).toHaveRole("status");
  enter("Job title", "Captain of all");
  expect(told).not.toBeInTheDocument();
  isLeft = false;
  save();
  await closed();
});

test("in StrictMode too a change is sent once, and what was entered stays after a failure", async () => {
  const { sent } = renderCard({
    reactStrictMode: true,
    override: ({ method }) => (method === "PATCH" ? failure(403) : undefined),
  });
  await openForm();
  enter("Job title", "Captain");
  save();
  await screen.findByRole("alert");
  expect(title()).toHaveValue("Captain");
  expect(sent()).toHaveLength(1);
});

test("what was entered for one person is not there for the next", async () => {
  const app = renderCard({ app: { subject: "a" } });
  await openForm();
  enter("Job title", "Captain");
  app.server.person = { ...app.server.person, id: "other", displayName: "Ana", title: "Cook" };
  app.update({ subject: "b" });
  await screen.findByRole("group", { name: "Ana" });
  expect(screen.queryByRole("form")).toBeNull();
  await openForm();
  expect(title()).toHaveValue("Cook");
});

test("when the server says that it is somebody else, what was entered is gone too", async () => {
  const { client, server } = renderCard();
  await openForm();
  enter("Job title", "Captain");
  server.person = { ...server.person, id: "other", displayName: "Ana", title: "Cook" };
  await act(() => client.refetchQueries());
  await screen.findByRole("group", { name: "Ana" });
  expect(screen.queryByRole("form")).toBeNull();
  expect(document.body).not.toHaveTextContent("Captain");
});

test("after a sign-out and a sign-in by the same person, what was entered is gone", async () => {
  let token = "token";
  const onSignOut = vi.fn();
  const app = renderCard({
    app: {
      tokenProvider: () => token,
      children: [
        <ProfileCard key="card" editable />,
        <SignOutButton key="out" onSignOut={onSignOut} />,
      ],
    },
  });
  await openForm();
  enter("Job title", "Captain");
  fireEvent.click(screen.getByRole("button", { name: "Sign out" }));
  await screen.findByText(en["missing-token"].title);
  token = "another";
  app.update({ tokenProvider: () => token });
  await screen.findByRole("button", { name: "Edit profile" });
  expect(screen.queryByRole("form")).toBeNull();
  await openForm();
  expect(title()).toHaveValue("Tour Guide");
});

test("a page is not left with something entered, and may be left before and after", async () => {
  const mayLeave = () => window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  const end = deferred<Response>();
  renderCard({ override: ({ method }) => (method === "PATCH" ? end.promise : undefined) });
  await openForm();
  expect(mayLeave()).toBe(true);
  enter("Job title", "Captain");
  expect(mayLeave()).toBe(false);
  enter("Job title", "Tour Guide");
  expect(mayLeave()).toBe(true);
  enter("Job title", "Captain");
  save();
  await screen.findByRole("button", { name: "Saving…" });
  expect(mayLeave()).toBe(false);
  await act(async () => end.resolve(failure(403)));
  await screen.findByRole("alert");
  expect(mayLeave()).toBe(false);
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  fireEvent.click(screen.getByRole("button", { name: "Discard" }));
  await closed();
  expect(mayLeave()).toBe(true);
});

test("a form that is taken away with its card leaves nothing behind", async () => {
  const app = renderCard();
  await openForm();
  enter("Job title", "Captain");
  app.unmount();
  await pass();
  expect(window.dispatchEvent(new Event("beforeunload", { cancelable: true }))).toBe(true);
  await waitFor(() => expect(app.sent()).toEqual([]));
});

test.each([
  ["Cancel", () => fireEvent.click(screen.getByRole("button", { name: "Cancel" }))],
  ["Escape", () => fireEvent.keyDown(title(), { key: "Escape" })],
])(
  "%s during a save leaves nothing: the form stays, and after a refusal what was entered",
  async (_, leave) => {
    const end = deferred<Response>();
    renderCard({ override: ({ method }) => (method === "PATCH" ? end.promise : undefined) });
    await openForm();
    enter("Job title", "Captain");
    save();
    await screen.findByRole("button", { name: "Saving…" });
    leave();
    expect(screen.queryByText(editingEn.discard.title)).toBeNull();
    await act(async () => end.resolve(failure(400)));
    expect(await screen.findByRole("alert")).toHaveTextContent(editingEn.problems.invalid);
    expect(title()).toHaveValue("Captain");
    leave();
    expect(screen.getByText(editingEn.discard.title)).toBeVisible();
  },
);

test("what is typed and taken back is as if nobody had touched it", async () => {
  const { client, server, operations } = renderCard();
  await openForm();
  enter("Job title", "Captain");
  enter("Job title", "Tour Guide");
  server.person = { ...server.person, title: "Cook" };
  await act(() => client.refetchQueries());
  await waitFor(() => expect(title()).toHaveValue("Cook"));
  expect(screen.queryByText(/Saved meanwhile/)).toBeNull();
  enter("Display name", "Babs");
  save();
  await closed();
  expect(operations()).toEqual([{ op: "replace", value: { displayName: "Babs" } }]);
});

test("what is typed back while its change is saved stays, whatever comes of the change", async () => {
  const end = deferred<Response>();
  const { operations } = renderCard({
    override: ({ method }) =>
      method === "PATCH" && operations().length < 2 ? end.promise : undefined,
  });
  await openForm();
  enter("Job title", "Captain");
  save();
  await screen.findByRole("button", { name: "Saving…" });
  enter("Job title", "Tour Guide");
  expect(title()).toHaveValue("Tour Guide");
  enter("Job title", "Captain");
  await act(async () => end.resolve(failure(400)));
  await screen.findByRole("alert");
  expect(title()).toHaveValue("Captain");
  save();
  await closed();
  expect(operations().at(-1)).toEqual({ op: "replace", value: { title: "Captain" } });
});

/** A refusal after what is hoped for has been drawn. */
const slowly = async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return failure(400);
};
const own = { id: "1", userName: "kim", [WSO2]: { country: "PT", seat: "4" } };
const badge = [{ id: WSO2, attributes: [{ name: "badge", mutability: "immutable" }] }];

test.each([
  ["a server's own attribute that is emptied", `${WSO2}:country`, "", []],
  ["an attribute that may be set once", `${WSO2}:badge`, "B-1", badge],
])("%s stays in the form through a slow refusal", async (_, path, text, schemas) => {
  const { sent } = renderCard({
    person: own,
    card: { editable: [path] },
    override: ({ method, url }) =>
      url.endsWith("/Schemas") ? Response.json(schemas) : method === "PATCH" ? slowly() : undefined,
  });
  const form = await openForm();
  fireEvent.change(form.getByRole("textbox"), { target: { value: text } });
  save();
  expect(await screen.findByRole("alert")).toHaveTextContent(editingEn.problems.invalid);
  expect(form.getByRole("textbox")).toHaveValue(text);
  expect(sent()).toHaveLength(1);
});

test("a field stays while the form is open, also where a refetch no longer has its attribute", async () => {
  const { client, server, operations } = renderCard({
    person: own,
    card: { editable: [`${WSO2}:country`] },
  });
  await openForm();
  enter("Country code", "ES");
  server.person = { ...server.person, [WSO2]: { seat: "4" } };
  await act(() => client.refetchQueries());
  expect(await screen.findByText(/Saved meanwhile/)).toBeVisible();
  expect(screen.getByLabelText("Country code")).toHaveValue("ES");
  save();
  await closed();
  expect(operations()).toEqual([{ op: "replace", value: { [WSO2]: { country: "ES" } } }]);
});

test("what another tab saved, and was not read before Save, is shown before it is written over", async () => {
  let version = 1;
  let isDown = false;
  const { client, server, sent } = renderCard({
    override: ({ method, url, ifMatch }, { take }) => {
      if (url.endsWith("/Schemas")) return undefined;
      if (isDown) return failure(503);
      if (method === "PATCH" && ifMatch !== `"${version}"`) return failure(412);
      const body = take();
      if (method === "PATCH") version++;
      return Response.json(body, { headers: { ETag: `"${version}"` } });
    },
  });
  await openForm();
  enter("Job title", "Captain");
  server.person = { ...server.person, title: "Cook" };
  version++;
  isDown = true;
  await act(() => client.invalidateQueries());
  isDown = false;
  save();
  expect(await screen.findByRole("alert")).toHaveTextContent(editingEn.problems.conflict);
  expect(title()).toHaveAccessibleDescription("Saved meanwhile: Cook Use this");
  expect(sent()).toEqual([]);
  save();
  await closed();
  expect(server.person).toMatchObject({ title: "Captain" });
});
