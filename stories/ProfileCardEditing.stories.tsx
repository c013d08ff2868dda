import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { photoUrl } from "../.storybook/photoUrl.ts";
import preview from "../.storybook/preview.tsx";
import { requests } from "../.storybook/requests.ts";
import { editingEn } from "../src/components/ProfileForm/editingEn.ts";
import { ProfileCard } from "../src/index.ts";
import { ar } from "../src/locales/ar.ts";
import { de } from "../src/locales/de.ts";
import { en } from "../src/locales/en.ts";
import { fullMe } from "../src/mocks/fullMe.ts";
import { exampleMe } from "../src/mocks/index.ts";
import { changes, enter, openForm, save, serving } from "./editing.ts";
import type { Canvas } from "./expectView.ts";
import { inTurn } from "./inTurn.ts";
import { patient } from "./patient.ts";
import { rightToLeft } from "./people.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const travel = "urn:example:params:scim:schemas:extension:travel:2.0:User";

/** A person changes their own profile, and reads what the server really did. */
const meta = preview.meta({
  title: "Components/ProfileCard/Editing",
  component: ProfileCard,
  tags: ["visual"],
  args: { editable: true, onSignIn: fn() },
  argTypes: { endpoint: { control: false }, tokenProvider: { control: false } },
});

/** The form opens in place of the fields, with what the server lets people write, and no more. */
export const Editing = meta.story({
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await expect(form.getByLabelText("First name")).toHaveFocus();
    await expect(form.getByLabelText("Last name")).toBeRequired();
    await expect(form.getByLabelText("Job title")).toHaveValue("Tour Guide");
    await expect(form.getByRole("textbox", { name: "Email" })).toHaveValue("bjensen@example.com");
    await expect(form.getByRole("combobox", { name: "Type, Phone" })).toHaveValue("mobile");
    await expect(form.queryByText(/department|guide license|user name/i)).toBeNull();
    await expect(canvas.queryByRole("button", { name: "Edit profile" })).toBeNull();
    await expect(form.queryByRole("alert")).toBeNull();
    await expect(requests()).toHaveLength(1);
  },
});

/** `editable` may name what to offer; one field is changed with one small request. */
export const OneField = meta.story({
  args: { editable: ["phoneNumbers"] },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await expect(form.getAllByRole("textbox")).toHaveLength(1);
    const phone = form.getByRole("textbox", { name: "Phone" });
    await expect(phone).toHaveFocus();
    await expect(phone).toHaveAttribute("inputmode", "tel");
    await expect(phone).toHaveAttribute("autocomplete", "mobile tel");
    await enter(phone, "+1 202 555 0199");
  },
});

const lists = ["emails", "phoneNumbers", "addresses"];

/** Values are added, removed and preferred; the focus goes where the work goes on. */
export const Lists = meta.story({
  tags: ["forced-colors"],
  args: { editable: lists },
  parameters: { scenario: "full" },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await userEvent.click(form.getByRole("radio", { name: "Primary, Email 2" }));
    await userEvent.click(form.getByRole("button", { name: "Remove, Phone 3" }));
    await expect(form.getByRole("textbox", { name: "Phone 2" })).toHaveFocus();
    await expect(form.queryByRole("textbox", { name: "Phone 3" })).toBeNull();
    await userEvent.click(form.getByRole("button", { name: "Add, Email" }));
    await expect(form.getByRole("textbox", { name: "Email 3" })).toHaveFocus();
    await expect(form.getByRole("combobox", { name: "Type, Email 3" })).toHaveValue("other");
    await userEvent.keyboard("kim@example.net");
    const home = within(form.getByRole("group", { name: "Address 2" }));
    await enter(home.getByLabelText("City"), "Sampleton");
  },
});

/** A list is written whole, as objects; what was left blank is no value. */
export const ListsSaved = meta.story({
  tags: ["!visual"],
  args: { editable: lists },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await userEvent.click(form.getByRole("button", { name: "Add, Email" }));
    await userEvent.keyboard("kim@example.net");
    await userEvent.click(form.getByRole("radio", { name: "Primary, Email 2" }));
    await userEvent.click(form.getByRole("button", { name: "Add, Phone" }));
    await userEvent.click(form.getByRole("button", { name: "Remove, Phone 1" }));
    await enter(form.getByLabelText("City"), "Exampleton");
    await save(form);
    await expectSaved(canvas);
    const emails = [
      { value: "bjensen@example.com", type: "work" },
      { value: "kim@example.net", type: "home", primary: true },
    ];
    const addresses = [{ locality: "Exampleton", type: "work" }];
    await expect(changes()).toEqual([
      [
        { op: "replace", value: { emails, addresses } },
        { op: "remove", path: "phoneNumbers" },
      ],
    ]);
  },
});

/** A photo is given by its web address; one that is inside the profile can be taken away. */
export const Photo = meta.story({
  tags: ["!visual"],
  args: { editable: ["photos"] },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await expect(form.getByRole("textbox", { name: "Photo (web address)" })).toHaveValue("");
    await userEvent.click(form.getByRole("button", { name: "Remove, Photo (web address)" }));
    await expect(form.getByRole("textbox")).toHaveFocus();
    await expect(form.queryByRole("button", { name: /^Remove/ })).toBeNull();
    await save(form);
    await expectSaved(canvas);
    await expect(document.querySelector("[data-part=photo]")).toBeNull();
    await expect(changes()).toEqual([[{ op: "remove", path: "photos" }]]);
  },
});

const few = ["displayName", "title", "emails"];
const hanging = inTurn("success", "success", "never");

/** On its way: the hoped-for profile is shown, the button keeps its width, and nothing is sent twice. */
export const Saving = meta.story({
  args: { editable: few },
  parameters: { provider: { ...patient, tokenProvider: hanging.tokenProvider } },
  beforeEach: hanging.restart,
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await enter(form.getByLabelText("Display name"), "Babs Jensen");
    const { width } = form.getByRole("button", { name: "Save" }).getBoundingClientRect();
    await save(form);
    const saving = await form.findByRole("button", { name: "Saving…" });
    await expect(saving.getBoundingClientRect().width).toBe(width);
    await expect(saving).toHaveAttribute("aria-busy", "true");
    await canvas.findByRole("group", { name: "Babs Jensen" });
    await userEvent.click(saving);
    await userEvent.keyboard("{Escape}");
    await expect(form.queryByRole("alert")).toBeNull();
    const sent = [[{ op: "replace", value: { displayName: "Babs Jensen" } }]];
    await waitFor(() => expect(changes()).toEqual(sent));
  },
});

/** Enter saves: what differs is sent, the server's answer is shown, and the focus is back. */
export const Saved = meta.story({
  args: { editable: few },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await enter(form.getByLabelText("Job title"), "Captain{Enter}");
    await expectSaved(canvas);
    await expect(canvas.getByText(/^Captain/)).toBeVisible();
    await expect(changes()).toEqual([[{ op: "replace", value: { title: "Captain" } }]]);
  },
});

/** The server refuses a field: it is said beside it and above all, and nothing entered is lost. */
export const Rejected = meta.story({
  tags: ["forced-colors"],
  args: { editable: few },
  parameters: { scenario: "update-rejected" },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await enter(form.getByLabelText("Job title"), "Captain");
    await save(form);
    const summary = await form.findByRole("alert");
    await expect(summary).toHaveTextContent(editingEn.notSaved);
    await expect(summary).toHaveTextContent(`Job title: ${editingEn.problems.mutability}`);
    const title = form.getByLabelText("Job title");
    await expect(title).toHaveFocus();
    await expect(title).toBeInvalid();
    await expect(title).toHaveAccessibleDescription(editingEn.problems.mutability);
    await expect(title).toHaveValue("Captain");
    await expect(form.getByLabelText("Display name")).not.toBeInvalid();
    await expect(canvas.getByText("Tour Guide")).toBeVisible();
  },
});

/** Changed elsewhere meanwhile: both versions are there, and the person chooses. */
export const Conflict = meta.story({
  args: { editable: few },
  parameters: { scenario: "update-conflict" },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await enter(form.getByLabelText("Job title"), "Captain");
    await save(form);
    const summary = await form.findByRole("alert");
    await expect(summary).toHaveTextContent(editingEn.problems.conflict);
    await expect(summary).toHaveFocus();
    const title = form.getByLabelText("Job title");
    await waitFor(() =>
      expect(title).toHaveAccessibleDescription("Saved meanwhile: Senior Tour Guide Use this"),
    );
    await expect(title).toHaveValue("Captain");
    await expect(form.getAllByRole("button", { name: "Use this" })).toHaveLength(1);
  },
});

/** *Use this* takes what is saved; *Save* writes over it, now that it has been seen. */
export const ConflictResolved = meta.story({
  tags: ["!visual"],
  args: { editable: few },
  parameters: { scenario: "update-conflict" },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    const title = form.getByLabelText("Job title");
    await enter(form.getByLabelText("Display name"), "Babs Jensen");
    await enter(title, "Captain");
    await save(form);
    await userEvent.click(await form.findByRole("button", { name: "Use this" }));
    await expect(title).toHaveValue("Senior Tour Guide");
    await expect(title).toHaveFocus();
    await save(form);
    await expectSaved(canvas);
    await expect(changes().at(-1)).toEqual([
      { op: "replace", value: { displayName: "Babs Jensen" } },
    ]);
    await expect(canvas.getByText(/^Senior Tour Guide/)).toBeVisible();
  },
});

/** The server holds a new address back until it is confirmed: the card says so, and shows the old one. */
export const VerificationPending = meta.story({
  args: { editable: few },
  parameters: { scenario: "email-pending" },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await enter(form.getByRole("textbox", { name: "Email" }), "barbara@example.net");
    await save(form);
    await expect(await canvas.findByText(/is waiting/)).toHaveTextContent(
      "barbara@example.net is waiting to be confirmed.",
    );
    await expect(canvas.getByRole("link", { name: "bjensen@example.com" })).toBeVisible();
    await expect(canvas.queryByRole("link", { name: "barbara@example.net" })).toBeNull();
    await expect(canvas.queryByText(en.saved)).toBeNull();
  },
});

/** The server answers well and leaves a field as it was: that is not called saved. */
export const LeftAsItWas = meta.story({
  args: { editable: few, fetch: serving({ PATCH: exampleMe }) },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await enter(form.getByLabelText("Job title"), "Captain");
    await save(form);
    const summary = await form.findByRole("alert");
    await expect(summary).toHaveTextContent(`Job title: ${editingEn.problems.kept}`);
    await expect(form.getByLabelText("Job title")).toHaveValue("Captain");
    await expect(canvas.queryByText(en.saved)).toBeNull();
  },
});

/** A profile that is kept elsewhere: there is nothing to write, and that is said in place of a form. */
export const ReadOnly = meta.story({
  args: { fields: [`${enterprise}:department`, `${enterprise}:manager`, "groups"] },
  play: async ({ canvas }) => {
    const button = await canvas.findByRole("button", { name: "Edit profile" });
    await userEvent.click(button);
    const status = await canvas.findByText(editingEn.readOnly);
    await expect(status).toHaveRole("status");
    await expect(canvas.queryByRole("form")).toBeNull();
    await expect(canvas.queryByRole("textbox")).toBeNull();
    const again = canvas.getByRole("button", { name: "Edit profile" });
    await waitFor(() => expect(again).toHaveFocus());
    await expect(again).toHaveAccessibleDescription(editingEn.readOnly);
  },
});

const refused = inTurn("success", "success", "forbidden");

/** A server that refuses every change, as for people who come from another directory. */
export const Refused = meta.story({
  args: { editable: ["title"] },
  parameters: { provider: { tokenProvider: refused.tokenProvider } },
  beforeEach: refused.restart,
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await enter(form.getByLabelText("Job title"), "Captain{Enter}");
    const summary = await form.findByRole("alert");
    await expect(summary).toHaveTextContent(editingEn.problems.forbidden);
    await expect(summary).toHaveFocus();
    await expect(form.getByLabelText("Job title")).toHaveValue("Captain");
    await expect(form.getByLabelText("Job title")).not.toBeInvalid();
    await expect(form.queryByRole("button", { name: /sign in/i })).toBeNull();
  },
});

const dropped = inTurn("success", "success", "offline", "offline", "success");

/** The connection is gone: the draft stays, and is saved once it is back. */
export const Offline = meta.story({
  args: { editable: few },
  parameters: { provider: { tokenProvider: dropped.tokenProvider } },
  beforeEach: dropped.restart,
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await enter(form.getByLabelText("Job title"), "Captain");
    await save(form);
    await expect(await form.findByRole("alert")).toHaveTextContent(editingEn.problems.network);
    await expect(form.getByLabelText("Job title")).toHaveValue("Captain");
  },
});

/** What could not be sent is sent by another *Save*, once. */
export const BackOnline = meta.story({
  tags: ["!visual"],
  args: { editable: few },
  parameters: { provider: { tokenProvider: dropped.tokenProvider } },
  beforeEach: dropped.restart,
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await enter(form.getByLabelText("Job title"), "Captain");
    await save(form);
    await form.findByRole("alert");
    await save(form);
    await expectSaved(canvas);
    await expect(canvas.getByText(/^Captain/)).toBeVisible();
  },
});

const ended = inTurn("success", "success", "unauthorized", "unauthorized", "success");

/** The session ends in mid-edit: the draft waits until the person has signed in again. */
export const SessionEnded = meta.story({
  args: { editable: few },
  parameters: { provider: { tokenProvider: ended.tokenProvider } },
  beforeEach: ended.restart,
  play: async ({ canvas, args }) => {
    const form = await openForm(canvas);
    await enter(form.getByLabelText("Job title"), "Captain");
    await save(form);
    await expect(await form.findByRole("alert")).toHaveTextContent(editingEn.problems.unauthorized);
    await userEvent.click(form.getByRole("button", { name: en.unauthorized.action }));
    await expect(args.onSignIn).toHaveBeenCalledWith(
      expect.objectContaining({ reason: "unauthorized", returnTo: expect.stringMatching(/^\//) }),
    );
    await expect(form.getByLabelText("Job title")).toHaveValue("Captain");
  },
});

/** Cancel and Escape ask before anything entered is thrown away. */
export const Discard = meta.story({
  args: { editable: few },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    const title = form.getByLabelText("Job title");
    await enter(title, "Captain");
    await userEvent.keyboard("{Escape}");
    await expect(form.getByRole("alert")).toHaveTextContent(editingEn.discard.title);
    await expect(form.getByRole("button", { name: "Keep editing" })).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect(title).toHaveFocus();
    await expect(form.queryByRole("alert")).toBeNull();
    await userEvent.click(form.getByRole("button", { name: "Cancel" }));
    await expect(form.getByRole("button", { name: "Keep editing" })).toHaveFocus();
    await expect(form.queryByRole("button", { name: "Save" })).toBeNull();
    await expect(title).toHaveValue("Captain");
  },
});

/** Once discarded, it is gone; with nothing entered, nothing is asked. */
export const Discarded = meta.story({
  tags: ["!visual"],
  args: { editable: few },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await enter(form.getByLabelText("Job title"), "Captain{Escape}");
    await userEvent.click(form.getByRole("button", { name: "Discard" }));
    await waitFor(() => expect(canvas.getByRole("button", { name: "Edit profile" })).toHaveFocus());
    await expect(canvas.getByText("Tour Guide")).toBeVisible();
    const again = await openForm(canvas);
    await expect(again.getByLabelText("Job title")).toHaveValue("Tour Guide");
    await userEvent.keyboard("{Escape}");
    await canvas.findByRole("button", { name: "Edit profile" });
    await expect(canvas.queryByRole("alert")).toBeNull();
    await expect(changes()).toEqual([]);
  },
});

/** What the server requires can't be emptied, and nothing is sent to hear so. */
export const Required = meta.story({
  args: { editable: ["name"] },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    const last = form.getByLabelText("Last name");
    await enter(last, "");
    await save(form);
    await expect(last).toHaveFocus();
    await expect(last).toHaveAccessibleDescription(editingEn.required);
    await expect(form.getByRole("alert")).toHaveTextContent(`Last name: ${editingEn.required}`);
    await expect(form.getByLabelText("Middle name")).not.toBeRequired();
    await expect(changes()).toEqual([]);
  },
});

/** A server's own attributes, by the names and with the choices that its schema has. */
export const OwnAttributes = meta.story({
  args: {
    editable: ["badgeColor", "tourLanguages", "guideLicense"].map((one) => `${travel}:${one}`),
  },
  parameters: { scenario: "full" },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    await userEvent.selectOptions(form.getByLabelText("Badge color"), "blue");
    await enter(form.getByRole("textbox", { name: "Tour languages 3" }), "Norwegian");
    await expect(form.queryByText("Guide license")).toBeNull();
  },
});

/** From right to left, in Arabic; addresses and numbers keep their direction. */
export const RightToLeft = meta.story({
  args: { editable: few, fetch: serving({ GET: rightToLeft.raw }) },
  globals: { direction: "rtl" },
  parameters: { provider: { messages: ar } },
  play: async ({ canvas }) => {
    const form = await openForm(canvas, ar.editProfile);
    await expect(form.getByRole("button", { name: ar.editing.save })).toBeVisible();
    const email = form.getByRole("textbox", { name: ar.attributes.emails });
    await expect(getComputedStyle(email).direction).toBe("ltr");
    await expect(form.queryByText(/[a-z]{3}/i)).toBeNull();
  },
});

/** On the narrowest of screens. */
export const Narrow = meta.story({
  args: { editable: lists },
  parameters: { scenario: "full", width: 272 },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    const card = canvas.getByRole("group", { name: "Barbara Jensen" });
    const edge = card.getBoundingClientRect().right;
    for (const input of form.getAllByRole("textbox")) {
      await expect(input.getBoundingClientRect().right).toBeLessThan(edge);
    }
  },
});

/** Beside other things of a page a card that is edited is as wide as it was. */
export const InARow = meta.story({
  tags: ["!visual"],
  parameters: { width: 600 },
  render: (args) => (
    <div style={{ display: "flex", inlineSize: 600 }}>
      <ProfileCard {...args} />
      <p>A text</p>
    </div>
  ),
  play: async ({ canvas }) => {
    const card = await canvas.findByRole("group", { name: "Barbara Jensen" });
    const { width } = card.getBoundingClientRect();
    await openForm(canvas);
    await expect(card.getBoundingClientRect().width).toBe(width);
  },
});

/** A server without schemas, to which nothing about `active` may be said. */
const refusesActive: typeof fetch = async (url, init) => {
  if (/Schemas$/.test(String(url))) return new Response(null, { status: 404 });
  if (init?.method !== "PATCH") return fetch(url, init);
  const detail = "Attribute active is read only.";
  return Response.json({ scimType: "mutability", detail }, { status: 400 });
};

/** A box to tick has a whole line to press, and what is wrong with it stands below. */
export const BoxToTick = meta.story({
  tags: ["!visual"],
  args: { editable: ["active"], fetch: refusesActive },
  parameters: { scenario: "full" },
  play: async ({ canvas }) => {
    const form = await openForm(canvas);
    const tick = form.getByRole("checkbox", { name: "Active" });
    await userEvent.click(form.getByText("Active"));
    await expect(tick).not.toBeChecked();
    await save(form);
    await waitFor(() => expect(tick).toBeInvalid());
    const line = form.getByText("Active").closest("label");
    const [label, box] = [line, tick].map((one) => one?.getBoundingClientRect());
    const problem = form.getByText(editingEn.problems.mutability).getBoundingClientRect();
    await expect(label?.height).toBeGreaterThanOrEqual(38);
    await expect(label?.left).toBeGreaterThan(box?.right ?? 0);
    await expect(label?.top).toBeLessThan(box?.top ?? 0);
    await expect(problem.top).toBeGreaterThan(label?.bottom ?? 0);
    await expect(problem.left).toBe(box?.left);
  },
});

/** A server that knows everything about a person: what it lets them write, in order. */
export const Full = meta.story({
  args: { fetch: serving({ GET: { ...fullMe, photos: [{ value: photoUrl }] } }) },
  parameters: { scenario: "full" },
  play: async ({ canvas, canvasElement }) => {
    const form = await openForm(canvas);
    await expect(form.getByLabelText("Photo (web address)")).toHaveValue(photoUrl);
    await expect(canvasElement.querySelector("[data-part=photo]")).toHaveAttribute("src", photoUrl);
    await expect(form.getByRole("textbox", { name: "Tour languages 2" })).toHaveValue("German");
    await expect(form.queryByText(/manager|groups|license/i)).toBeNull();
  },
});

/** In another language, all of it. */
export const German = meta.story({
  args: { editable: few },
  parameters: { provider: { messages: de }, scenario: "update-rejected" },
  play: async ({ canvas }) => {
    const form = await openForm(canvas, de.editProfile);
    await enter(form.getByLabelText("Stellenbezeichnung"), "Kapitänin");
    await save(form, "Speichern");
    await expect(await form.findByRole("alert")).toHaveTextContent(de.editing.notSaved);
    await expect(form.queryByText(/your|save|cancel/i)).toBeNull();
  },
});

/** Expects that the form is gone, the outcome said, and the focus where it came from. */
async function expectSaved(canvas: Canvas): Promise<void> {
  await expect(await canvas.findByText(en.saved)).toHaveRole("status");
  const button = canvas.getByRole("button", { name: "Edit profile" });
  await waitFor(() => expect(button).toHaveFocus());
  await expect(button).toHaveAccessibleDescription(en.saved);
  await expect(canvas.queryByRole("form")).toBeNull();
}
