import type { QueryClient } from "@tanstack/react-query";
import { act, screen } from "@testing-library/react";
import type { JSX } from "react";
import {
  type ScimMe,
  type ScimMeChanges,
  type ScimMeProviderProps,
  SignOutButton,
  scimMeQueryKey,
  type UseUpdateScimMeOptions,
  type UseUpdateScimMeResult,
  useUpdateScimMe,
} from "../../../src/index.js";
import { Reader } from "../query/Reader.js";
import { type App, endpoint, pass, renderApp } from "../query/renderApp.js";

/** How {@link openEditor} differs from an app with a token and a person to edit. */
export interface EditorOptions {
  options?: UseUpdateScimMeOptions;
  props?: ScimMeProviderProps;
  client?: QueryClient;
  reactStrictMode?: boolean;
  onSignOut?: () => unknown;
  /** What there is beside the editor; a `<Reader>` by default. */
  beside?: JSX.Element;
  /** What the page shows when it is ready. */
  shows?: string;
  /** The editor's test id, where there are several. */
  id?: string;
}

/** What {@link openEditor} gives beside the app. */
export interface EditorApp extends App {
  /** The hook's last result. */
  result: () => UseUpdateScimMeResult;
  /** Asks for changes, all in one moment. */
  change: (...changes: ScimMeChanges[]) => Promise<void>;
  /** The result of one more change, whatever it is. */
  outcome: (changes: ScimMeChanges) => Promise<ScimMe | { reason: string }>;
  /** Takes the editor off the page; the rest stays. */
  closeEditor: () => void;
  signOut: () => void;
  /** The person in the cache. */
  cached: () => ScimMe | undefined;
}

/** TanStack Query tells its observers in a task of its own. */
const told = () => pass(0);

/** An app that shows a person and edits them with the hook. */
export async function openEditor(
  { fetch }: { fetch: typeof globalThis.fetch },
  options: EditorOptions = {},
): Promise<EditorApp> {
  const { id = "update", beside = <Reader key="reader" />, props, ...rest } = options;
  const { shows = "ready Barbara Jensen", onSignOut = () => {} } = rest;
  const current: { update?: UseUpdateScimMeResult } = {};
  function Editor(): JSX.Element {
    current.update = useUpdateScimMe(undefined, rest.options);
    return <p data-testid={id}>{current.update.status}</p>;
  }
  const others = [
    beside,
    <SignOutButton key="leave" onSignOut={onSignOut}>
      {`leave ${id}`}
    </SignOutButton>,
  ];
  const children = [...others, <Editor key="editor" />];
  const { client, reactStrictMode } = rest;
  const app = renderApp(
    { tokenProvider: () => "token", fetch, children, ...props },
    { ...(client && { client }), ...(reactStrictMode && { reactStrictMode }) },
  );
  await screen.findAllByText(shows);
  const result = () => current.update as UseUpdateScimMeResult;
  const subject = () => props?.subject ?? null;
  return {
    ...app,
    result,
    change: async (...changes) => {
      await act(async () => {
        for (const one of changes) result().mutate(one);
      });
      await told();
    },
    outcome: async (changes) => {
      let outcome: ScimMe | { reason: string } | undefined;
      await act(async () => {
        outcome = await result()
          .mutateAsync(changes)
          .catch((error) => error);
      });
      await told();
      return outcome as ScimMe | { reason: string };
    },
    closeEditor: () => app.update({ children: others }),
    signOut: () => act(() => screen.getByText(`leave ${id}`).click()),
    cached: () => app.client.getQueryData(scimMeQueryKey({ endpoint, subject: subject() })),
  };
}

/** What the page says of the person, and of the update. */
export const shown = (): string | null => screen.getByTestId("me").textContent;
export const status = (): string | null => screen.getByTestId("update").textContent;
