import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect } from "vitest";
import type { TokenProvider } from "../../../src/index.js";
import { en } from "../../../src/locales/en.js";
import { never } from "../query/recordFetch.js";
import {
  lyingServer,
  openStage,
  openStageOfAlice,
  type Stage,
  type StageProps,
  stir,
  type Tokens,
} from "./stage.js";

/** Plays an event out, on a stage that it opens. */
export type Play = (tokens: Tokens) => Promise<Stage>;

/** Answers with a status, repeating what was sent. */
const always = (status: number) => (sent: string) => lyingServer(status, sent);

/** An event that ends in a view with this title. */
function ends(
  view: keyof typeof titles,
  answer: StageProps["answer"],
  props: Partial<StageProps> | ((tokens: Tokens) => Partial<StageProps>) = {},
): Play {
  return async (tokens) => {
    const others = typeof props === "function" ? props(tokens) : props;
    const stage = openStage({ answer, tokenProvider: () => tokens.first, ...others });
    await waitFor(() => expect(screen.queryAllByText(titles[view])).not.toHaveLength(0));
    await stir(stage);
    return stage;
  };
}

const titles = {
  signedOut: en["missing-token"].title,
  unauthorized: en.unauthorized.title,
  forbidden: en.forbidden.title,
  unsupported: en.unsupported.title,
  unavailable: en.unavailable.title,
};

const renews =
  ({ first, renewed }: Tokens): TokenProvider =>
  ({ reason }) =>
    reason === "initial" ? first : renewed;

/** As of a client that attaches its request, two causes down. */
export function quoting(sent: string): Error {
  const cause = { config: { headers: { Authorization: sent } } };
  return new TypeError("failed", { cause: new Error("socket", { cause }) });
}

/** As of a client that attaches headers, which no own property tells of. */
function attaching(sent: string): Error {
  const headers = new Headers({ Authorization: `Bearer ${sent}` });
  return Object.assign(new Error("failed"), { headers });
}

/** Events after which nothing of any token is to be anywhere. */
export const tokenEvents: Record<string, Play> = {
  "a success": async ({ first }) => {
    const stage = await openStageOfAlice({ tokenProvider: () => first });
    await stir(stage);
    return stage;
  },
  "a success with a renewed token": async (tokens) => {
    const stage = await openStageOfAlice({
      tokenProvider: renews(tokens),
      answer: (sent) =>
        sent === tokens.first ? lyingServer(401, sent) : lyingServer(200, sent, "alice"),
    });
    await stir(stage);
    return stage;
  },
  "a 401": ends("unauthorized", always(401)),
  "a 401 after a renewal": ends("unauthorized", always(401), (tokens) => ({
    tokenProvider: renews(tokens),
  })),
  "a 401 over a shown person": async ({ first }) => {
    const stage = await openStageOfAlice({
      tokenProvider: () => first,
      answer: (sent, number) =>
        number === 1 ? lyingServer(200, sent, "alice") : lyingServer(401, sent),
    });
    await act(() => stage.client.refetchQueries());
    await waitFor(() => expect(screen.queryByText("protected")).toBeNull());
    return stage;
  },
  "a 403": ends("forbidden", always(403)),
  "a 404": ends("unsupported", always(404)),
  "a 429": ends("unavailable", always(429)),
  "a 500": ends("unavailable", always(500)),
  "a redirect": ends("unavailable", (sent) =>
    Response.redirect(`https://example.com/?t=${encodeURIComponent(sent)}`),
  ),
  "an answer that is no JSON": ends("unavailable", (sent) => new Response(`alice, ${sent}`)),
  "an answer that is no User": ends("unavailable", (sent) => Response.json({ echo: sent })),
  "a fetch that quotes its headers": ends("unavailable", (sent) => Promise.reject(quoting(sent))),
  "a fetch that attaches its headers": ends("unavailable", (sent) =>
    Promise.reject(attaching(sent)),
  ),
  "no answer in time": ends("unavailable", never, { timeoutMs: 30 }),
  "a renewal that throws and quotes the token": ends("unavailable", always(401), ({ first }) => ({
    tokenProvider: ({ reason, rejectedToken = "" }) => {
      if (reason === "initial") return first;
      throw new Error(`cannot renew ${rejectedToken}`, { cause: quoting(rejectedToken) });
    },
  })),
  "a text that is no token": ends("signedOut", always(200), ({ first }) => ({
    tokenProvider: () => `Bearer ${first}`,
  })),
  "a sign-out that fails": async ({ first }) => {
    const onSignOut = () => Promise.reject(new Error("offline"));
    const stage = await openStageOfAlice({ tokenProvider: () => first, onSignOut });
    fireEvent.click(screen.getByText(en.signOut));
    await screen.findByText(en.signOutFailed);
    await stir(stage);
    return stage;
  },
};
