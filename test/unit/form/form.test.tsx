import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { Suspense } from "react";
import { createPortal } from "react-dom";
import { afterEach, expect, test, vi } from "vitest";
import { editingEn } from "../../../src/components/ProfileForm/editingEn.js";
import { ProfileCard } from "../../../src/index.js";
import { de } from "../../../src/locales/de.js";
import { en } from "../../../src/locales/en.js";
import { fr } from "../../../src/locales/fr.js";
import { createTestQueryClient } from "../../../src/testing/index.js";
import { deferred, failure } from "../query/recordFetch.js";
import { pass } from "../query/renderApp.js";
import { ENTERPRISE, TRAVEL } from "../scim/bodies.js";
import { type Override, onChange } from "../update/scimServer.js";
import { closed, enter, openForm, renderCard, save } from "./renderForm.js";

const chunk = "../../../src/components/ProfileForm/ProfileForm.js";
afterEach(() => vi.doUnmock(chunk));

test("a card that is not editable has no button for it", async () => {
  renderCard({ card: { editable: false } });
  await screen.findByRole("group", { name: "Barbara Jensen" });
  expect(screen.queryByRole("button")).toBeNull();
});

test("a form whose code does not come says so, and may be tried again", async () => {
  vi.doMock(chunk, () => {
    throw new Error("Failed to fetch dynamically imported module");
  });
  renderCard();
  const button = await screen.findByRole("button", { name: "Edit profile" });
  fireEvent.click(button);
  expect(await screen.findByText(en.network)).toHaveRole("status");
  expect(screen.queryByRole("form")).toBeNull();
  vi.doUnmock(chunk);
  fireEvent.click(button);
  await screen.findByRole("form");
  expect(screen.queryByText(en.network)).toBeNull();
});

test("the first field has the focus, and after closing the button has it again", async () => {
  renderCard();
  await openForm();
  expect(screen.getByLabelText("First name")).toHaveFocus();
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  await closed();
  expect(screen.getByRole("button", { name: "Edit profile" })).toHaveFocus();
});

test("nothing entered, nothing sent: Save closes", async () => {
  const { sent } = renderCard();
  await openForm();
  save();
  await closed();
  expect(sent()).toEqual([]);
  expect(screen.queryByText(en.saved)).toBeNull();
});

test("what was entered outlives the host's resetQueries(), for the same person and no other", async () => {
  const override: Override = async (_, { take }) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return Response.json(take());
  };
  const { client, server } = renderCard({ override });
  await openForm();
  enter("Job title", "Captain");
  await act(() => client.resetQueries());
  expect(await screen.findByLabelText("Job title")).toHaveValue("Captain");
  server.person = { ...server.person, id: "another", userName: "another" };
  await act(() => client.resetQueries());
  await closed();
  await openForm();
  expect(screen.getByLabelText("Job title")).not.toHaveValue("Captain");
});

test.each(["clear", "removeQueries"] as const)(
  "a change that the host's %s() ended is not shown as saved, and Save sends it again",
  async (method) => {
    const change = vi.fn<Override>(() => new Promise(() => {}));
    const { client, server } = renderCard({ override: onChange(change) });
    await openForm();
    enter("Job title", "Captain");
    save();
    await waitFor(() => expect(change).toHaveBeenCalledTimes(1));
    act(() => client[method]());
    // The person is read anew, and the form is back with what was entered.
    await pass(100);
    expect(await screen.findByLabelText("Job title")).toHaveValue("Captain");
    change.mockReturnValue(undefined);
    save();
    await waitFor(() => expect(change).toHaveBeenCalledTimes(2));
    await closed();
    expect(server.person.title).toBe("Captain");
  },
);

test("Save pressed twice sends once", async () => {
  const { sent } = renderCard();
  await openForm();
  enter("Job title", "Captain");
  const form = screen.getByRole("form");
  fireEvent.submit(form);
  fireEvent.submit(form);
  await closed();
  expect(sent()).toHaveLength(1);
});

test("a form of the host's around the card is neither submitted by Save nor in its way", async () => {
  const onSubmit = vi.fn();
  const keep = (form: HTMLFormElement | null) => {
    // What browsers do, and jsdom does not: the submit of one form does not leave another.
    form?.addEventListener("submit", (event) => event.stopPropagation());
  };
  // A form in a form is no valid HTML, which React says, but what it makes works.
  vi.spyOn(console, "error").mockReturnValue();
  const { sent } = renderCard({
    app: {
      children: (
        <form ref={keep} onSubmit={onSubmit}>
          <ProfileCard editable />
        </form>
      ),
    },
  });
  await openForm();
  const input = enter("Job title", "Captain");
  // Enter does it, and Save too; where nobody prevents it, the browser loads the page anew.
  act(() => input.form?.requestSubmit());
  await closed();
  expect(sent()).toHaveLength(1);
  expect(onSubmit).not.toHaveBeenCalled();
});

test("a form of the host's around a portal with the card in it is not submitted by Save", async () => {
  const onSubmit = vi.fn();
  const children = (
    <form onSubmit={onSubmit}>{createPortal(<ProfileCard editable />, document.body)}</form>
  );
  const { sent } = renderCard({ app: { children } });
  await openForm();
  enter("Job title", "Captain");
  save();
  await closed();
  expect(sent()).toHaveLength(1);
  expect(onSubmit).not.toHaveBeenCalled();
});

test("a dialog that listens to the key alone does not close with the question", async () => {
  const onKeyDown = vi.fn();
  const children = (
    // biome-ignore lint/a11y/noStaticElementInteractions: as the dialogs of design systems do.
    <div onKeyDown={onKeyDown}>
      <ProfileCard editable />
    </div>
  );
  renderCard({ app: { children } });
  await openForm();
  const input = enter("Job title", "Captain");
  fireEvent.keyDown(input, { key: "Escape" });
  expect(onKeyDown).not.toHaveBeenCalled();
  // Other keys are the host's too.
  fireEvent.keyDown(input, { key: "F1" });
  expect(onKeyDown).toHaveBeenCalledTimes(1);
});

test("Escape asks; in an input method it does not", async () => {
  renderCard();
  await openForm();
  const input = enter("Job title", "キャプテン");
  fireEvent.keyDown(input, { key: "Escape", isComposing: true });
  expect(screen.queryByText(editingEn.discard.title)).toBeNull();
  const isLeft = fireEvent.keyDown(input, { key: "Escape" });
  // A dialog around the card is not closed by it.
  expect(isLeft).toBe(false);
  expect(screen.getByText(editingEn.discard.title)).toHaveRole("alert");
  expect(screen.getByRole("button", { name: "Keep editing" })).toHaveFocus();
});

test("an attribute that the server requires can't be emptied, but one that was empty may stay so", async () => {
  const schemas = [
    {
      id: "urn:ietf:params:scim:schemas:core:2.0:User",
      attributes: [
        { name: "title", required: true },
        { name: "nickName", required: true },
      ],
    },
  ];
  const { operations, sent } = renderCard({
    card: { editable: ["title", "nickName"] },
    override: ({ url }) => (url.endsWith("/Schemas") ? Response.json(schemas) : undefined),
  });
  await openForm();
  enter("Job title", " ");
  save();
  expect(await screen.findByRole("alert")).toHaveTextContent(`Job title: ${editingEn.required}`);
  expect(screen.getByLabelText("Job title")).toHaveFocus();
  expect(sent()).toEqual([]);
  enter("Job title", "Captain");
  save();
  await closed();
  expect(operations()).toEqual([{ op: "replace", value: { title: "Captain" } }]);
});

test("whatever a person enters is the server's to judge", async () => {
  const { operations } = renderCard({ card: { editable: ["emails", "phoneNumbers", "photos"] } });
  const form = await openForm();
  enter("Photo (web address)", "not a URL");
  fireEvent.change(form.getByRole("textbox", { name: "Email" }), { target: { value: "no mail" } });
  fireEvent.change(form.getByRole("textbox", { name: "Phone" }), { target: { value: "x12" } });
  save();
  await closed();
  expect(operations()).toMatchObject([
    {
      value: {
        emails: [{ value: "no mail", type: "work", primary: true }],
        phoneNumbers: [{ value: "x12" }],
        photos: [{ value: "not a URL" }],
      },
    },
  ]);
});

test("a refusal is beside the field that it names, with the server's words where they say more", async () => {
  const scimType = "invalidValue";
  const detail = "Department is too long.";
  renderCard({
    card: { editable: ["title", `${ENTERPRISE}:department`] },
    override: ({ method }) =>
      method === "PATCH" ? Response.json({ scimType, detail }, { status: 400 }) : undefined,
  });
  await openForm();
  enter("Job title", "Captain");
  const department = enter("Department", "Theme Parks");
  save();
  await screen.findByRole("alert");
  expect(department).toHaveFocus();
  expect(department).toBeInvalid();
  expect(department).toHaveAccessibleDescription(`${editingEn.problems.invalid}${detail}`);
  expect(screen.getByLabelText("Job title")).toBeValid();
});

test("a number is sent as one, and what is none as it is", async () => {
  const urn = "urn:example:schemas:seat:1.0:User";
  const { operations } = renderCard({
    person: { id: "1", userName: "kim", [urn]: { row: 4, seat: 2 } },
    card: { editable: [`${urn}:row`, `${urn}:seat`] },
  });
  await openForm();
  enter("Row", "12");
  enter("Seat", "B");
  save();
  await closed();
  expect(operations()).toEqual([{ op: "replace", value: { [urn]: { row: 12, seat: "B" } } }]);
});

test("an address that a server has only whole stays whole while it is emptied", async () => {
  renderCard({
    person: { id: "1", userName: "kim", addresses: [{ formatted: "1 Example St" }] },
    card: { editable: ["addresses"] },
  });
  await openForm();
  const whole = enter("Whole address", "");
  enter("Whole address", "2 Example St");
  expect(whole).toBeInTheDocument();
  expect(screen.queryByLabelText("City")).toBeNull();
});

test("while the form is being fetched the button is busy, and a second press opens no second one", async () => {
  const { server } = renderCard();
  const button = await screen.findByRole("button", { name: "Edit profile" });
  fireEvent.click(button);
  expect(button).toHaveAttribute("aria-busy", "true");
  fireEvent.click(button);
  await screen.findByRole("form");
  await act(async () => {});
  const asked = server.seen.filter(({ url }) => url.endsWith("/Schemas"));
  expect(asked).toHaveLength(1);
});

test("signing in again is offered where that helps, with what it is for", async () => {
  const onSignIn = vi.fn();
  renderCard({
    app: { onSignIn },
    override: ({ method }) =>
      method === "PATCH" ? new Response(null, { status: 401 }) : undefined,
  });
  await openForm();
  enter("Job title", "Captain");
  save();
  await screen.findByRole("alert");
  fireEvent.click(screen.getByRole("button", { name: en.unauthorized.action }));
  expect(onSignIn).toHaveBeenCalledWith({
    returnTo: "/",
    reason: "unauthorized",
    requiredScope: undefined,
  });
  await waitFor(() => expect(screen.getByLabelText("Job title")).toHaveValue("Captain"));
});

const kim = { id: "1", userName: "kim", displayName: "Kim" };

test("Add to a list that is empty gives a second row of its own", async () => {
  renderCard({ person: kim, card: { editable: ["phoneNumbers"] } });
  const form = await openForm();
  fireEvent.click(form.getByRole("button", { name: /^Add/ }));
  const [first, second] = form.getAllByRole("textbox");
  fireEvent.change(first as Element, { target: { value: "123" } });
  expect(first).toHaveValue("123");
  expect(second).toHaveValue("");
});

test.each([
  ["a field that was typed and taken back", () => enter("Job title", "Tour Guide")],
  ["an Add that was not used", () => fireEvent.click(screen.getByRole("button", { name: /^Add/ }))],
])("%s is nothing to save, and leaves with what is", async (_, touch) => {
  const { sent, operations } = renderCard({
    card: { editable: ["title", "nickName", "phoneNumbers"] },
  });
  await openForm();
  enter("Job title", "x");
  enter("Job title", "Tour Guide");
  touch();
  save();
  await closed();
  expect(sent()).toEqual([]);
  await openForm();
  enter("Job title", "x");
  enter("Job title", "Tour Guide");
  touch();
  enter("Nickname", "Bee");
  save();
  await closed();
  expect(await screen.findByText(en.saved)).toBeVisible();
  expect(operations()).toEqual([{ op: "replace", value: { nickName: "Bee" } }]);
});

const work = { value: "a@example.com", display: "Kim at work", type: "work" };
const home = { value: "b@example.com", display: "Kim at home", type: "home" };
const office = {
  type: "work",
  formatted: "1 Example St, Exampleton",
  streetAddress: "1 Example St",
};

test("what is typed and taken back keeps what the server says of it, also beside another that changes", async () => {
  const { operations } = renderCard({
    person: { ...kim, emails: [work, home], addresses: [office, { type: "home", country: "PT" }] },
    card: { editable: ["emails", "addresses"] },
  });
  await openForm();
  const write = (input: Element | undefined, value: string) =>
    fireEvent.change(input as Element, { target: { value } });
  const retype = (input: HTMLInputElement | undefined) => {
    const { value = "" } = input ?? {};
    write(input, `${value}x`);
    write(input, value);
  };
  const email = (number: number) => screen.getByLabelText<HTMLInputElement>(`Email ${number}`);
  const [street] = screen.getAllByLabelText<HTMLInputElement>("Street");
  retype(email(1));
  retype(street);
  save();
  await closed();
  expect(operations()).toEqual([]);
  await openForm();
  retype(email(1));
  retype(screen.getAllByLabelText<HTMLInputElement>("Street")[0]);
  write(email(2), "c@example.com");
  write(screen.getAllByLabelText("Country code")[1], "ES");
  save();
  await closed();
  expect(operations()).toEqual([
    {
      op: "replace",
      value: {
        emails: [work, { value: "c@example.com", type: "home" }],
        addresses: [office, { type: "home", country: "ES" }],
      },
    },
  ]);
});

test("photos stay in their order", async () => {
  const [thumbnail, photo] = ["thumbnail", "photo"].map((type) => ({
    value: `https://example.com/${type}`,
    type,
  }));
  const { operations } = renderCard({
    person: { ...kim, photos: [thumbnail, { ...photo, primary: true }] },
    card: { editable: ["photos"] },
  });
  await openForm();
  enter("Photo (web address)", "x");
  enter("Photo (web address)", "https://example.com/photo");
  save();
  await closed();
  expect(operations()).toEqual([]);
  await openForm();
  enter("Photo (web address)", "https://example.com/new");
  save();
  await closed();
  expect(operations()).toMatchObject([
    { value: { photos: [thumbnail, { value: "https://example.com/new", primary: true }] } },
  ]);
});

test("under a URN alone its members are edited", async () => {
  const { operations } = renderCard({
    person: { ...kim, [TRAVEL]: { seat: "4" }, [ENTERPRISE]: { department: "Tours" } },
    card: { editable: [TRAVEL, ENTERPRISE] },
  });
  await openForm();
  enter("Seat", "5");
  enter("Department", "Parks");
  save();
  await closed();
  expect(operations()).toEqual([
    {
      op: "replace",
      value: { [TRAVEL]: { seat: "5" }, [ENTERPRISE]: { department: "Parks" } },
    },
  ]);
});

test("a list of integers is sent as numbers, and a box that is ticked and unticked not at all", async () => {
  const attributes = [
    { name: "seats", type: "integer", multiValued: true },
    { name: "news", type: "boolean" },
  ];
  const { operations } = renderCard({
    person: { ...kim, [TRAVEL]: { seats: [1, 2] } },
    card: { editable: [`${TRAVEL}:seats`, `${TRAVEL}:news`] },
    override: ({ url }) =>
      url.endsWith("/Schemas") ? Response.json([{ id: TRAVEL, attributes }]) : undefined,
  });
  const form = await openForm();
  fireEvent.click(form.getByRole("checkbox"));
  fireEvent.click(form.getByRole("checkbox"));
  save();
  await closed();
  expect(operations()).toEqual([]);
  const [seat] = (await openForm()).getAllByRole("textbox");
  fireEvent.change(seat as Element, { target: { value: "7" } });
  save();
  await closed();
  expect(operations()).toEqual([{ op: "replace", value: { [TRAVEL]: { seats: [7, 2] } } }]);
});

test("what the server adds to what was entered is saved, and what it dropped is not", async () => {
  let isDropping = false;
  const { server } = renderCard({
    person: kim,
    card: { editable: ["emails"] },
    override: onChange((_, { take }) => {
      const { emails, ...person } = take() as { emails: object[] };
      const [first, ...others] = emails;
      server.person = { ...person, emails: [{ ...first, primary: true, display: "Kim" }] };
      if (!isDropping) (server.person.emails as object[]).push(...others);
      return Response.json(server.person);
    }),
  });
  const form = await openForm();
  fireEvent.change(form.getByRole("textbox"), { target: { value: "a@example.com" } });
  save();
  await closed();
  expect(await screen.findByText(en.saved)).toBeVisible();
  isDropping = true;
  fireEvent.click((await openForm()).getByRole("button", { name: /^Add/ }));
  enter("Email 2", "b@example.com");
  save();
  expect(await screen.findByRole("alert")).toHaveTextContent(editingEn.problems.kept);
  expect(screen.getByLabelText("Email 2")).toHaveValue("b@example.com");
});

/** A server that takes its time to describe itself. */
function slowSchemas() {
  const answer = deferred<Response>();
  const override: Override = ({ url }) => (url.endsWith("/Schemas") ? answer.promise : undefined);
  return { override, answer: () => act(async () => answer.resolve(failure(404))) };
}

/** A page with something else to write into. */
const besideSearch = {
  children: [<ProfileCard key="card" editable />, <input key="search" aria-label="Search" />],
};

test("while the form is being fetched the card says so", async () => {
  const { override, answer } = slowSchemas();
  renderCard({ override });
  const button = await screen.findByRole("button", { name: "Edit profile" });
  fireEvent.click(button);
  expect(screen.getByText(en.loading)).toHaveRole("status");
  expect(button).toHaveAttribute("aria-disabled", "true");
  await answer();
  await screen.findByRole("form");
  expect(screen.queryByText(en.loading)).toBeNull();
});

test("a form that opens while somebody writes elsewhere leaves them the focus", async () => {
  const { override, answer } = slowSchemas();
  renderCard({ override, app: besideSearch });
  fireEvent.click(await screen.findByRole("button", { name: "Edit profile" }));
  const search = screen.getByLabelText("Search");
  search.focus();
  await answer();
  await screen.findByRole("form");
  expect(search).toHaveFocus();
});

test("a form in a dialog that has the focus itself takes it", async () => {
  const { override, answer } = slowSchemas();
  const children = (
    <div role="dialog" tabIndex={-1}>
      <ProfileCard editable />
    </div>
  );
  renderCard({ override, app: { children } });
  fireEvent.click(await screen.findByRole("button", { name: "Edit profile" }));
  // Where a browser gives no button the focus that was clicked on.
  screen.getByRole("dialog").focus();
  await answer();
  expect(await screen.findByLabelText("First name")).toHaveFocus();
});

test.each([
  ["taken", () => undefined, () => closed()],
  ["refused", () => failure(403), () => screen.findByRole("alert")],
])("a change that is %s while somebody writes elsewhere leaves them the focus", async (...row) => {
  const [, answer, ended] = row;
  const end = deferred<void>();
  renderCard({
    app: besideSearch,
    override: ({ method }, { take }) =>
      method === "PATCH" ? end.promise.then(() => answer() ?? Response.json(take())) : undefined,
  });
  await openForm();
  enter("Job title", "Captain");
  save();
  const search = screen.getByLabelText("Search");
  search.focus();
  await act(async () => end.resolve());
  await ended();
  await act(async () => {});
  expect(search).toHaveFocus();
});

test("a form that a Suspense boundary hides and shows again leaves the focus where it was", async () => {
  const wait = deferred<void>();
  let isWaiting = false;
  function Neighbour() {
    if (isWaiting) throw wait.promise;
    return null;
  }
  const children = () => (
    <Suspense fallback="waiting">
      <ProfileCard editable />
      <Neighbour />
    </Suspense>
  );
  const app = renderCard({ app: { children: children() } });
  await openForm();
  const title = screen.getByLabelText("Job title");
  title.focus();
  isWaiting = true;
  app.update({ children: children() });
  await screen.findByText("waiting");
  isWaiting = false;
  await act(async () => wait.resolve());
  await waitFor(() => expect(screen.queryByText("waiting")).toBeNull());
  expect(title).toHaveFocus();
});

test("a list that the server requires is marked in its first value, and one of addresses as a whole", async () => {
  const attributes = ["emails", "addresses"].map((name) => ({ name, required: true }));
  const schemas = [{ id: "urn:ietf:params:scim:schemas:core:2.0:User", attributes }];
  const { operations, sent } = renderCard({
    person: {
      id: "1",
      userName: "kim",
      emails: [{ value: "kim@example.com" }, { value: "kim@example.org" }],
      addresses: [{ streetAddress: "1 Main Street", country: "NZ" }],
    },
    card: { editable: ["emails", "addresses", "phoneNumbers"] },
    override: ({ url }) => (url.endsWith("/Schemas") ? Response.json(schemas) : undefined),
  });
  const form = await openForm();
  const required = form.getAllByRole("textbox").filter((input) => input.matches(":required"));
  expect(required).toEqual([form.getByRole("textbox", { name: "Email 1" })]);
  const addresses = form.getByRole("group", { name: "Address *" });
  enter("Street", "");
  enter("Country code", "");
  save();
  expect(form.getByRole("alert")).toHaveTextContent(`Address: ${editingEn.required}`);
  expect(addresses).toHaveTextContent(editingEn.required);
  expect(form.getByRole("textbox", { name: "Street" })).toHaveFocus();
  expect(sent()).toEqual([]);
  // Any part of it will do.
  enter("City", "Wellington");
  save();
  await closed();
  expect(operations()).toEqual([
    { op: "replace", value: { addresses: [{ locality: "Wellington" }] } },
  ]);
});

test("a new email that waits to be confirmed is told with the button that has the focus", async () => {
  const pendingEmails = [{ value: "new@example.com" }];
  renderCard({
    card: { editable: ["emails"] },
    override: ({ method }, { person }) =>
      method === "PATCH"
        ? Response.json({ ...person, "urn:scim:wso2:schema": { pendingEmails } })
        : undefined,
  });
  const form = await openForm();
  const email = form.getByRole("textbox", { name: "Email" });
  fireEvent.change(email, { target: { value: "new@example.com" } });
  save();
  await closed();
  const button = screen.getByRole("button", { name: "Edit profile" });
  expect(button).toHaveFocus();
  expect(button).toHaveAccessibleDescription("new@example.com is waiting to be confirmed.");
});

test("a refusal is told in the form, whatever a host does with errors elsewhere", async () => {
  const client = createTestQueryClient();
  client.setDefaultOptions({ mutations: { throwOnError: true } });
  renderCard({
    client,
    override: ({ method }) => (method === "PATCH" ? failure(403) : undefined),
  });
  await openForm();
  enter("Job title", "Captain");
  save();
  expect(await screen.findByRole("alert")).toHaveTextContent(editingEn.problems.forbidden);
  expect(screen.getByLabelText("Job title")).toHaveValue("Captain");
});

test("what a server calls its own attribute is cut where it is endless, and turns nothing around it", async () => {
  const displayName = `\u202e${"x".repeat(5000)}`;
  const schemas = [
    { id: "urn:example:1.0:User", attributes: [{ name: "seat", displayName, required: true }] },
  ];
  renderCard({
    person: { id: "1", userName: "kim", "urn:example:1.0:User": { seat: "B" } },
    card: { editable: ["urn:example:1.0:User:seat"] },
    override: ({ url }) => (url.endsWith("/Schemas") ? Response.json(schemas) : undefined),
  });
  const form = await openForm();
  fireEvent.change(form.getByRole("textbox"), { target: { value: "" } });
  save();
  await screen.findByRole("alert");
  const labels = screen.getAllByText(/x{9}/);
  expect(labels).toHaveLength(2);
  for (const label of labels) {
    expect(label.tagName).toBe("BDI");
    expect(label.textContent).toHaveLength(1001);
  }
});

test("what became of a change is told in the language that the change has brought", async () => {
  const app = renderCard({ card: { editable: ["preferredLanguage"] } });
  await openForm();
  enter("Language", "de");
  save();
  await closed();
  await screen.findByText(en.saved);
  app.update({ messages: de });
  expect(screen.getByText(de.saved)).toHaveRole("status");
  expect(screen.getByRole("button")).toHaveAccessibleDescription(de.saved);
});

test("a form that is open changes its words with the language, what went wrong too", async () => {
  const app = renderCard({ override: onChange(() => failure(503)) });
  await openForm();
  enter("Job title", "Captain");
  save();
  await screen.findByRole("alert");
  app.update({ messages: de });
  const { notSaved, problems } = de.editing;
  expect(screen.getByRole("alert")).toHaveTextContent(`${notSaved}${problems.unavailable}`);
  expect(screen.getByLabelText("Stellenbezeichnung")).toHaveValue("Captain");
});

test("what there is to say of a field stands behind the colon of the language", async () => {
  const { editing } = fr;
  renderCard({
    card: { editable: ["title", "displayName"] },
    app: { messages: { editing, attributes: fr.attributes } },
    override: onChange((_, { person }) => Response.json({ ...person, displayName: "Babs" })),
  });
  await openForm();
  enter("Fonction", "Capitaine");
  enter("Nom affiché", "Babs");
  fireEvent.click(screen.getByRole("button", { name: editing.save }));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toBe(`Fonction\u00a0: ${editing.problems.kept}`);
  const [outcome] = screen.getAllByRole("status");
  expect(outcome?.textContent).toBe(`Nom affiché\u00a0: ${en.saved}`);
});
