import type { ServerResponse } from "node:http";
import type { Page } from "playwright";
import { expect } from "vitest";
import { fault, type Trial, until, untilState } from "./fault.ts";
import { type Answer, type SeenRequest, send } from "./serveFaults.ts";

/** A server's one person. */
interface Store {
  displayName: string;
  version: number;
  /** Answers with the person. */
  show(response: ServerResponse, status?: number): void;
  /** Makes the change that all tests here want. */
  take(): void;
}

type AnswerChange = (response: ServerResponse, request: SeenRequest, store: Store) => void;

/** A server that has somebody to show, and answers changes as it is told; by default it takes them. */
function keep(server: Trial["server"], answer: AnswerChange): Store {
  const store: Store = {
    ...{ displayName: "Alice", version: 1 },
    show(response, status = 200) {
      const { displayName, version } = store;
      const tag = { ETag: `"${version}"`, "Access-Control-Expose-Headers": "ETag" };
      send(response, status, { id: "alice", userName: "alice", displayName }, tag);
    },
    take() {
      store.displayName = "Alicia";
      store.version++;
    },
  };
  const answerAny: Answer = (response, request) =>
    request.method === "GET" ? store.show(response) : answer(response, request, store);
  server.answer = answerAny;
  return store;
}

/** Without `/Me` at its end the server is not asked for its schemas. */
const card = ({ server }: Trial) => ({ endpoint: `${server.origin}/profile`, editable: true });

async function enter(page: Page): Promise<void> {
  await untilState(page, "ready");
  await page.getByRole("button", { name: "Edit profile" }).click();
  await page.getByRole("textbox", { name: "Display name" }).fill("Alicia");
  await page.getByRole("button", { name: "Save" }).click();
}

const saved = (page: Page) => page.getByRole("status").filter({ hasText: "Saved" }).waitFor();

/** What the form says, with what was entered still in it. */
async function told(page: Page): Promise<string> {
  const summary = page.locator('[data-part="summary"]');
  await until(page, () => summary.isVisible());
  expect(await page.getByRole("textbox", { name: "Display name" }).inputValue()).toBe("Alicia");
  return (await summary.innerText()).replace(/\s+/g, " ");
}

const cut = (response: ServerResponse, request: SeenRequest) => {
  request.outcome = "cut";
  response.destroy();
};

/** A change that the server takes, though its answer is another than usual. */
function taken(name: string, answer: AnswerChange, requests: string): void {
  fault(name, async (trial) => {
    const store = keep(trial.server, answer);
    const page = await trial.open(card(trial));
    await enter(page);
    await saved(page);
    expect(store.displayName).toBe("Alicia");
    return { requests, state: "loading → ready" };
  });
}

taken(
  "204 to a change",
  (response, _, { take }) => {
    take();
    response.writeHead(204).end();
  },
  "200, PATCH 204, 200",
);

taken(
  "The answer to a change is cut",
  (response, request, { take }) => {
    take();
    request.outcome = "cut";
    response.writeHead(200, { "Content-Length": "1000" });
    response.write("{", () => response.destroy());
  },
  "200, PATCH cut, 200",
);

taken(
  "The connection ends before the answer to a change, and Chromium sends it again by itself",
  (response, request, { take }) => {
    take();
    cut(response, request);
  },
  "200, PATCH cut ×2, 200",
);

taken(
  "The same at a server with entity tags, which refuses the second",
  (response, request, store) => {
    if (request.headers["if-match"] !== `"${store.version}"`) return store.show(response, 412);
    store.take();
    cut(response, request);
  },
  "200, PATCH cut, PATCH 412, 200",
);

taken(
  "503 to a change that was made all the same",
  (response, _, { take }) => {
    take();
    send(response, 503);
  },
  "200, PATCH 503, 200",
);

/** A change that the server does not take. */
function refused(name: string, answer: AnswerChange, requests: string): void {
  fault(name, async (trial) => {
    const store = keep(trial.server, answer);
    const page = await trial.open(card(trial));
    await enter(page);
    const sees = await told(page);
    expect(store.displayName).not.toBe("Alicia");
    return { requests, state: "loading → ready", sees };
  });
}

refused("503 to a change", (response) => send(response, 503), "200, PATCH 503, 200");
refused("403 to a change", (response) => send(response, 403), "200, PATCH 403");
refused("401 to a change, and no other token", (response) => send(response, 401), "200, PATCH 401");
refused(
  "400 to a change: the attribute is read-only",
  (response) => send(response, 400, { scimType: "mutability", detail: "displayName" }),
  "200, PATCH 400",
);
refused("No answer to a change within the limit", () => {}, "200, PATCH closed, 200");
refused(
  "Another device was quicker",
  (response, _, store) => {
    store.displayName = "Alice B.";
    store.version++;
    store.show(response, 412);
  },
  "200, PATCH 412, 200",
);
refused(
  "200 to a change that was not made",
  (response, _, { show }) => show(response),
  "200, PATCH 200",
);

fault("The token has expired when a change is sent", async (trial) => {
  keep(trial.server, (response, request, store) => {
    if (request.token !== "token-of-alice-2") return send(response, 401);
    store.take();
    store.show(response);
  });
  const page = await trial.open({ ...card(trial), renewed: "token-of-alice-2" });
  await enter(page);
  await saved(page);
  return { requests: "200, PATCH 401, PATCH 200", state: "loading → ready" };
});

fault("The server is down when a change is sent, and starts again", async (trial) => {
  const store = keep(trial.server, (response, _, { take, show }) => {
    take();
    show(response);
  });
  const page = await trial.open(card(trial));
  await untilState(page, "ready");
  await trial.server.stop();
  await enter(page);
  const sees = await told(page);
  await trial.server.start();
  await page.getByRole("button", { name: "Save" }).click();
  await saved(page);
  expect(store.version).toBe(2);
  return { requests: "200 ×2, PATCH 200", state: "loading → ready", sees: `${sees} → Alicia` };
});

fault("A sign-out in another tab while a change is under way", async (trial) => {
  keep(trial.server, () => {});
  const [page, other] = [await trial.open(card(trial)), await trial.open(card(trial))];
  await untilState(other, "ready");
  await enter(page);
  await expect.poll(() => trial.server.seen.length).toBe(3);
  await other.getByRole("button", { name: "Sign out" }).click();
  await untilState(page, "missing-token");
  await expect.poll(() => trial.server.seen.at(-1)?.outcome).toBe("closed");
  return { requests: "200 ×2, PATCH closed", state: "loading → ready → missing-token" };
});
