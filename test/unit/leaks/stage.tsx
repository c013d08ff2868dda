import { act, screen } from "@testing-library/react";
import { vi } from "vitest";
import {
  ProfileCard,
  ProtectedRoute,
  type ScimMeProviderProps,
  SignOutButton,
  type TokenProvider,
  type UseUpdateScimMeResult,
  useUpdateScimMe,
} from "../../../src/index.js";
import { createTestQueryClient } from "../../../src/testing/index.js";
import { Reader } from "../query/Reader.js";
import { pass, renderApp } from "../query/renderApp.js";
import { bodyOf } from "./people.js";
import { watchPlaces } from "./watchPlaces.js";

/** The tokens of an event, its own: a renewal is remembered for half a minute. */
export interface Tokens {
  first: string;
  renewed: string;
}

/** Tokens with every character that is written differently in a URL or in JSON. */
export function tokensOf(event: number): Tokens {
  const of = (name: string) => `${name}+secret/token.of~event-${event}==`;
  return { first: of("first"), renewed: of("renewed") };
}

/** A server that repeats whatever it was sent, in every way that it can. */
export function lyingServer(status: number, sent: string, person?: string): Response {
  const words = `refused ${sent}, also ${encodeURIComponent(sent)}`;
  const echo = { sent, link: `https://example.com/?access_token=${encodeURIComponent(sent)}` };
  const body = person
    ? { ...bodyOf(person), nickName: `${person} ${sent}`, "urn:example:debug:2.0:User": echo }
    : { status: `${status}`, scimType: sent, detail: words, scope: sent, ...echo };
  return Response.json(body, {
    status,
    headers: {
      "WWW-Authenticate": `Bearer realm="${sent}", scope="${sent}", error_description="${words}"`,
      "Retry-After": "1",
      "X-Debug": sent,
    },
  });
}

/** What an event sets up, beside the defaults. */
export interface StageProps {
  answer: (sent: string, number: number, method: string) => Response | Promise<Response>;
  tokenProvider: TokenProvider;
  subject?: string;
  onSignOut?: () => unknown;
  timeoutMs?: number;
  clear?: "all" | "profile";
}

/** What Alice wants to be called. */
export const CHANGED = "alice changed";

/** Changes the person, and shows nothing by itself. */
function Editor(props: { onRender: (update: UseUpdateScimMeResult) => void }): null {
  props.onRender(useUpdateScimMe());
  return null;
}

const fields = ["emails", "phoneNumbers", "addresses", "groups", "roles", "nickName", "ims"];

/** An app with all components of the kit, and every place watched. */
export function openStage(props: StageProps) {
  const { answer, onSignOut = () => {}, clear = "all", ...others } = props;
  const client = createTestQueryClient();
  const watch = watchPlaces(client);
  const errors = (error: unknown) => void watch.records["errors and their causes"].push(error);
  const requests: string[] = [];
  const fetch: typeof globalThis.fetch = async (url, init = {}) => {
    const { Authorization = "", ...headers } = init.headers as Record<string, string>;
    requests.push(Authorization);
    const { signal: _, body, ...rest } = init;
    // What is asked for is the server's to know; anything else of the person is not to go along.
    const unasked = String(body).replaceAll(CHANGED, "");
    const request = { url, ...rest, headers, unasked };
    watch.records["requests, their Authorization apart"].push(request);
    return answer(Authorization.replace("Bearer ", ""), requests.length, init.method ?? "GET");
  };
  const onSignedOut = vi.fn();
  const editor: { update?: UseUpdateScimMeResult } = {};
  const common: ScimMeProviderProps = {
    ...others,
    fetch,
    onSignIn: () => {},
    persister: watch.persister,
    children: [
      <Reader
        key="reader"
        onRender={({ error, failureReason }) => errors([error, failureReason])}
      />,
      <Editor
        key="editor"
        onRender={(update) => {
          editor.update = update;
          errors([update.error, update.failureReason]);
        }}
      />,
      <ProtectedRoute key="guard" onSignedOut={onSignedOut}>
        <p>protected</p>
        <ProfileCard fields={fields} />
        <SignOutButton onSignOut={onSignOut} onError={errors} clear={clear} />
      </ProtectedRoute>,
    ],
  };
  const app = renderApp(common, { client });
  let current = common;
  const update = (own: ScimMeProviderProps) => {
    current = { ...current, ...own };
    app.update(current);
  };
  const change = () => act(async () => editor.update?.mutate({ displayName: CHANGED }));
  const changed = () => editor.update?.status;
  return { client, watch, requests, onSignedOut, update, change, changed };
}

/** What {@link openStage} gives. */
export type Stage = ReturnType<typeof openStage>;

/** A stage on which Alice is shown. */
export async function openStageOfAlice(
  props: Omit<StageProps, "answer"> & Partial<StageProps>,
): Promise<Stage> {
  const stage = openStage({ answer: (sent) => lyingServer(200, sent, "alice"), ...props });
  await screen.findByText("protected");
  return stage;
}

/** Whatever could bring back what has gone: focus, invalidation, a new render. */
export async function stir({ client, update }: Stage): Promise<void> {
  update({ onSignIn: () => {} });
  await act(async () => {
    window.dispatchEvent(new Event("visibilitychange"));
    window.dispatchEvent(new Event("online"));
    await client.invalidateQueries();
  });
  await pass();
}

/** Stops counting what was there before: from this moment nobody of before is to be seen. */
export async function gone({ watch }: Stage): Promise<void> {
  // What was under way ends in one task, and leaves the cache in the next.
  await pass(0);
  await pass(0);
  watch.mark();
}
