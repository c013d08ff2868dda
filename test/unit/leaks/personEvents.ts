import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect } from "vitest";
import { en } from "../../../src/locales/en.js";
import { deferred, never } from "../query/recordFetch.js";
import { endpoint, pass } from "../query/renderApp.js";
import {
  gone,
  lyingServer,
  openStage,
  openStageOfAlice,
  type Stage,
  type StageProps,
  stir,
} from "./stage.js";
import type { Play } from "./tokenEvents.js";

/** Events after which nothing of Alice is to be anywhere, of her tokens neither. */
export const personEvents: Record<string, Play> = {
  "a sign-out": async ({ first }) => {
    const stage = await openStageOfAlice({ tokenProvider: () => first });
    await hostKeeps(stage);
    await leave();
    await gone(stage);
    await stir(stage);
    expect(stage.requests).toHaveLength(1);
    return stage;
  },
  "a sign-out that is under way": async ({ first }) => {
    const onSignOut = () => new Promise(() => {});
    const stage = await openStageOfAlice({ tokenProvider: () => first, onSignOut });
    await hostKeeps(stage);
    fireEvent.click(screen.getByText(en.signOut));
    await gone(stage);
    await stir(stage);
    expect(stage.requests).toHaveLength(1);
    return stage;
  },
  "a sign-out with an answer under way": async ({ first }) => {
    const late = deferred<Response>();
    const answer: StageProps["answer"] = (sent, number) =>
      number === 1 ? lyingServer(200, sent, "alice") : late.promise;
    const stage = await openStageOfAlice({ tokenProvider: () => first, answer });
    act(() => void stage.client.refetchQueries());
    await waitFor(() => expect(stage.requests).toHaveLength(2));
    await leave();
    await gone(stage);
    await act(async () => late.resolve(lyingServer(200, first, "alice")));
    await stir(stage);
    return stage;
  },
  "a sign-out in another tab": async ({ first }) => {
    const subject = "subject-1";
    const stage = await openStageOfAlice({ tokenProvider: () => first, subject });
    const other = new BroadcastChannel(JSON.stringify(["react-scim-me", endpoint, subject]));
    other.postMessage("signed-out");
    await waitFor(() => expect(screen.queryByText("protected")).toBeNull());
    other.close();
    await gone(stage);
    await stir(stage);
    expect(stage.onSignedOut).toHaveBeenCalledTimes(1);
    return stage;
  },
  "another subject": async ({ first, renewed }) => {
    const stage = await openStageOfAlice({
      tokenProvider: () => first,
      subject: "subject-1",
      answer: (sent) => lyingServer(200, sent, sent === first ? "alice" : "robert"),
    });
    stage.update({ subject: "subject-2", tokenProvider: () => renewed });
    await gone(stage);
    return meetRobert(stage);
  },
  "another subject with an answer under way": async ({ first, renewed }) => {
    const late = deferred<Response>();
    const stage = openStage({
      tokenProvider: () => first,
      subject: "subject-1",
      answer: (sent) => (sent === first ? late.promise : lyingServer(200, sent, "robert")),
    });
    await waitFor(() => expect(stage.requests).toHaveLength(1));
    stage.update({ subject: "subject-2", tokenProvider: () => renewed });
    await gone(stage);
    await act(async () => late.resolve(lyingServer(200, first, "alice")));
    return meetRobert(stage);
  },
  "an answer with another id": async ({ first, renewed }) => {
    let current = first;
    const stage = await openStageOfAlice({
      tokenProvider: () => current,
      answer: (sent) => lyingServer(200, sent, sent === first ? "alice" : "robert"),
    });
    current = renewed;
    await act(() => stage.client.refetchQueries());
    await waitFor(() => expect(document.body).toHaveTextContent("robert displayName"));
    await gone(stage);
    return meetRobert(stage);
  },
  "a return from the back/forward cache": async ({ first }) => {
    const answer: StageProps["answer"] = (sent, number) =>
      number === 1 ? lyingServer(200, sent, "alice") : never();
    const stage = await openStageOfAlice({ tokenProvider: () => first, answer });
    act(() => void window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await gone(stage);
    await pass();
    expect(stage.requests).toHaveLength(2);
    return stage;
  },
};

/** Signs out, until nothing of the page is left. */
export async function leave(): Promise<void> {
  fireEvent.click(screen.getByText(en.signOut));
  await waitFor(() => expect(screen.queryByText("protected")).toBeNull());
}

/** Lets Robert come in, and everything that could bring Alice back. */
export async function meetRobert(stage: Stage): Promise<Stage> {
  await waitFor(() => expect(document.body).toHaveTextContent("robert displayName"));
  await stir(stage);
  return stage;
}

/** What a host may have of the person in the same cache: a query of its own, and a mutation. */
async function hostKeeps({ client }: Stage): Promise<void> {
  client.setQueryData(["orders", "alice@example.com"], { customer: "alice displayName" });
  await client
    .getMutationCache()
    .build(client, { mutationFn: async (name: string) => name, meta: { name: "alice title" } })
    .execute("alice displayName");
}
