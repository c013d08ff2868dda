import { act, waitFor } from "@testing-library/react";
import { expect } from "vitest";
import { deferred, never } from "../query/recordFetch.js";
import { bodyOf } from "./people.js";
import { leave, meetRobert } from "./personEvents.js";
import {
  CHANGED,
  gone,
  lyingServer,
  openStageOfAlice,
  type Stage,
  type StageProps,
  stir,
  type Tokens,
} from "./stage.js";
import { type Play, quoting } from "./tokenEvents.js";

type Answer = StageProps["answer"];

/** A server that shows Alice, and answers a change as the event says. */
function onChange(answer: Answer): Answer {
  return (sent, number, method) =>
    method === "GET" ? lyingServer(200, sent, "alice") : answer(sent, number, method);
}

/** Taken, and everything that was sent repeated. */
const taken: Answer = (sent) =>
  Response.json({ ...bodyOf("alice"), displayName: CHANGED, echo: sent });
const lost: Answer = (sent) => Promise.reject(quoting(sent));

async function openEdited(answer: Answer, props: Partial<StageProps> & Tokens): Promise<Stage> {
  const { first, renewed: _, ...others } = props;
  const stage = await openStageOfAlice({ tokenProvider: () => first, ...others, answer });
  await stage.change();
  return stage;
}

/** An update that ends so, with everything afterwards that could spill it. */
function ends(
  status: "success" | "error" | "pending",
  answer: Answer,
  own: Partial<StageProps> = {},
): Play {
  return async (tokens) => {
    const stage = await openEdited(answer, { ...tokens, ...own });
    await waitFor(() => expect(stage.changed()).toBe(status));
    await stir(stage);
    return stage;
  };
}

/** Events with Alice still there: nothing of a token anywhere, of her only where she may be. */
export const updateEvents: Record<string, Play> = {
  "an update": ends("success", onChange(taken)),
  "an update with a 204": ends(
    "success",
    onChange(() => new Response(null, { status: 204 })),
  ),
  "an update that is refused": ends(
    "error",
    onChange((sent) => lyingServer(400, sent)),
  ),
  "an update in conflict": ends(
    "error",
    onChange((sent) => lyingServer(412, sent)),
  ),
  "an update without permission": ends(
    "error",
    onChange((sent) => lyingServer(403, sent)),
  ),
  "an update whose answer is lost": ends("error", onChange(lost)),
  "an update of which nobody can be asked": ends("error", (sent, number, method) =>
    number === 1 ? lyingServer(200, sent, "alice") : lost(sent, number, method),
  ),
  "an update in time no more": ends("error", onChange(never), { timeoutMs: 100 }),
  "an update under way": ends("pending", onChange(never)),
  "an update with a renewed token": (tokens) => {
    const { first, renewed } = tokens;
    const answer = onChange((sent, ...others) =>
      sent === first ? lyingServer(401, sent) : taken(sent, ...others),
    );
    const tokenProvider: StageProps["tokenProvider"] = ({ reason }) =>
      reason === "initial" ? first : renewed;
    return ends("success", answer, { tokenProvider })(tokens);
  },
};

/** Leaves after an update that has come so far. */
function thenSignOut(
  status: "success" | "error" | "pending",
  answer: Answer,
  clear?: "profile",
): Play {
  return async (tokens) => {
    const stage = await openEdited(answer, { ...tokens, ...(clear && { clear }) });
    await waitFor(() => expect(stage.changed()).toBe(status));
    await leave();
    await gone(stage);
    await stir(stage);
    expect(stage.changed()).toBe("idle");
    return stage;
  };
}

/** Robert comes after an update that has come so far. */
function thenRobert(status: "success" | "pending", answer: Answer): Play {
  return async ({ first, renewed }) => {
    const stage = await openEdited(
      (sent, ...others) =>
        sent === first ? answer(sent, ...others) : lyingServer(200, sent, "robert"),
      { first, renewed, subject: "subject-1" },
    );
    await waitFor(() => expect(stage.changed()).toBe(status));
    stage.update({ subject: "subject-2", tokenProvider: () => renewed });
    await gone(stage);
    return meetRobert(stage);
  };
}

/** Events after which nothing of Alice is to be anywhere, of what she wanted neither. */
export const editedEvents: Record<string, Play> = {
  "an update and a sign-out": thenSignOut("success", onChange(taken)),
  "an update and a sign-out of the profile alone": thenSignOut(
    "success",
    onChange(taken),
    "profile",
  ),
  "an update that is refused and a sign-out": thenSignOut(
    "error",
    onChange((sent) => lyingServer(400, sent)),
    "profile",
  ),
  "an update whose answer is lost and a sign-out": thenSignOut("error", onChange(lost)),
  "a sign-out with an update under way": thenSignOut("pending", onChange(never)),
  "a sign-out of the profile alone with an update under way": thenSignOut(
    "pending",
    onChange(never),
    "profile",
  ),
  "an update that is answered after a sign-out": async (tokens) => {
    const late = deferred<Response>();
    const stage = await openEdited(
      onChange(() => late.promise),
      tokens,
    );
    await leave();
    await gone(stage);
    await act(async () => late.resolve(await taken(tokens.first, 2, "PATCH")));
    await stir(stage);
    return stage;
  },
  "an update and another subject": thenRobert("success", onChange(taken)),
  "another subject with an update under way": thenRobert("pending", onChange(never)),
};
