import { expect, test } from "vitest";
import { alert, button, enter, field, header, openForm, save } from "./editForm.ts";
import { changePolicy, newRequests, toToken } from "./identityRequests.ts";
import { isMe, serveEditing, written } from "./serveEditing.ts";

const { changes, decide, otherTab, record, requestsToMe, signedIn, stage, stopServer } =
  serveEditing();

const unreachable = "The service can’t be reached.";

test("An answer of 204 is followed by a reading of what became of the person", async () => {
  decide({ answers: "no content" });
  const { page } = await signedIn();
  const requests = requestsToMe();
  await enter(page, { "Display name": "Sam R." });
  await save(page);
  await header(page, "Sam R.").waitFor();
  expect(requests()).toEqual(["PATCH Me 204", "GET Me 200"]);
});

test("A server that is down when a change is sent gets it once, after it was asked, when it is back", async () => {
  const { page, picture } = await signedIn();
  const requests = requestsToMe();
  await enter(page, { "Display name": "Sam R." });
  await stopServer();
  await button(page, "Save").click();
  await alert(page, unreachable).waitFor();
  await picture("editing-unreachable");
  expect(await field(page, "Display name").inputValue()).toBe("Sam R.");
  await header(page, "Sam Rivers").waitFor();
  expect(requests()).toEqual([]);
  await stage().identity.startScim();
  await save(page);
  expect(requests()).toEqual(["GET Me 200", "PATCH Me 200"]);
  expect(record()).toMatchObject({ displayName: "Sam R." });
});

test("A change whose answer is lost is looked up, and not sent again", async () => {
  decide({ answers: "cut" });
  const { page } = await signedIn();
  const requests = requestsToMe();
  await enter(page, { "Display name": "Sam R." });
  await save(page);
  await header(page, "Sam R.").waitFor();
  expect(requests()).toEqual(["PATCH Me 0", "GET Me 200"]);
  expect(record()).toMatchObject({ displayName: "Sam R." });
});

test("A connection that is dropped before the answer makes the browser send a change again, by itself", async () => {
  decide({ answers: "dropped" });
  const { page } = await signedIn();
  const requests = requestsToMe();
  await enter(page, { "Display name": "Sam R." });
  await save(page);
  expect(requests()).toEqual(["PATCH Me 0", "PATCH Me 0", "GET Me 200"]);
  expect(record()).toMatchObject({ displayName: "Sam R." });
});

test("With entity tags that second sending is refused, and the first is known to have been taken", async () => {
  decide({ answers: "dropped", entityTags: "strong" });
  const { page } = await signedIn();
  const requests = requestsToMe();
  await enter(page, { "Display name": "Sam R." });
  await save(page);
  expect(requests()).toEqual(["PATCH Me 0", "PATCH Me 412", "GET Me 200"]);
  expect(record()).toMatchObject({ displayName: "Sam R." });
});

test("A server that stops between a change and its answer is asked before anything is sent again", async () => {
  decide({ answers: "never" });
  const { page } = await signedIn();
  const before = record();
  const requests = requestsToMe();
  await enter(page, { "Display name": "Sam R." });
  await button(page, "Save").click();
  await expect.poll(() => record().displayName).toBe("Sam R.");
  await stopServer();
  await alert(page, unreachable).waitFor();
  expect(await field(page, "Display name").inputValue()).toBe("Sam R.");
  await stage().identity.startScim();
  await save(page);
  expect(requests()).toEqual(["PATCH Me 0", "GET Me 200"]);
  expect(record()).toEqual({ ...before, ...written, displayName: "Sam R." });
});

test("A token that expires while the form is open is renewed once, and the change is made once", async () => {
  changePolicy(stage().identity, { accessTokenSeconds: 4 });
  const { page } = await signedIn();
  await enter(page, { "Display name": "Sam R." });
  changePolicy(stage().identity, { accessTokenSeconds: 300 });
  await new Promise((resolve) => setTimeout(resolve, 4_100));
  const all = newRequests(stage().identity, (request) => isMe(request) || toToken(request));
  await save(page);
  expect(all()).toEqual(["PATCH Me 401", "POST token 200", "PATCH Me 200"]);
  expect(record()).toMatchObject({ displayName: "Sam R." });
});

test("A sign-out in another tab closes the form, and what was entered goes with the person", async () => {
  const visit = await signedIn();
  const [page, other] = [visit.page, await otherTab(visit)];
  await enter(page, { "Display name": "Sam the Secret" });
  const sent = changes();
  await button(other, "Sign out").click();
  await page.getByLabel("Password").waitFor();
  await visit.signIn("lee");
  await header(page, "Lee Stone").waitFor();
  await openForm(page);
  expect(await field(page, "Display name").inputValue()).toBe("Lee Stone");
  expect(await page.content()).not.toContain("Secret");
  expect(sent()).toEqual([]);
  expect(record()).toMatchObject({ displayName: "Sam Rivers" });
});

test("A sign-out in another tab while a change is under way leaves nothing of the person", async () => {
  decide({ answers: "never" });
  const visit = await signedIn();
  const [page, other] = [visit.page, await otherTab(visit)];
  await enter(page, { "Display name": "Sam the Secret" });
  const sent = changes();
  await button(page, "Save").click();
  await button(page, "Saving…").waitFor();
  const from = visit.moments.length;
  await button(other, "Sign out").click();
  await page.getByLabel("Password").waitFor();
  await expect.poll(sent).toEqual(["PATCH Me 0"]);
  const after = visit.moments.slice(from).filter(({ path }) => path !== "/account");
  for (const { text } of after) expect(text).not.toMatch(/Sam|sam@/);
});
