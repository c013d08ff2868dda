import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render } from "@testing-library/react";
import { type JSX, useState } from "react";
import { vi } from "vitest";
import {
  ProfileCard,
  type ScimMe,
  ScimMeProvider,
  scimMeQueryKey,
  type UseUpdateScimMeOptions,
} from "../../src/index.js";
import { endpoint } from "../unit/query/renderApp.js";
import type { EditingServer } from "./EditingServer.js";
import { DEPARTMENT } from "./editedBodies.js";

/** How an app is made. */
export interface EditingStyle {
  patchStyle: NonNullable<UseUpdateScimMeOptions["patchStyle"]>;
  strict: boolean;
}

/** What can be edited: texts, and a list. */
export const texts: readonly string[] = ["displayName", "title", DEPARTMENT];
export const paths: readonly string[] = [...texts, "emails"];

/** A page with a card that can be edited. */
export class EditingPage {
  readonly client: QueryClient = new QueryClient();
  /** The token that the app has, and the one that a renewal gives. */
  token: string | undefined;
  renewed: string | undefined;
  #render = (): void => {};
  readonly #page: ReturnType<typeof render>;

  constructor(
    readonly server: EditingServer,
    style: EditingStyle,
  ) {
    const Page = (): JSX.Element => {
      const [, draw] = useState({});
      this.#render = () => draw({});
      const { token } = this;
      return (
        <QueryClientProvider client={this.client}>
          <ScimMeProvider
            endpoint={endpoint}
            tokenProvider={({ reason }) => (reason === "initial" ? token : this.#renew())}
            fetch={server.fetch}
            subject="7f3a"
          >
            <ProfileCard editable fields={paths} update={{ patchStyle: style.patchStyle }} />
          </ScimMeProvider>
        </QueryClientProvider>
      );
    };
    this.#page = render(<Page />, { reactStrictMode: style.strict });
  }

  #renew(): string | undefined {
    this.token = this.renewed ?? this.token;
    this.renewed = undefined;
    this.#render();
    return this.token;
  }

  /** Gives the app another token, and renders it. */
  async signIn(token: string): Promise<void> {
    await act(async () => {
      this.token = token;
      this.renewed = undefined;
      this.#render();
    });
  }

  find<T extends HTMLElement = HTMLElement>(selector: string): T | null {
    return this.#page.container.querySelector<T>(selector);
  }

  get state(): string | null | undefined {
    return this.find('[data-scim="ProfileCard"]')?.getAttribute("data-state");
  }

  get form(): HTMLElement | null {
    return this.find("form");
  }

  get cached(): ScimMe | undefined {
    return this.client.getQueryData(scimMeQueryKey({ endpoint, subject: "7f3a" }));
  }

  inputs(path: string): HTMLInputElement[] {
    const field = `[data-path="${path}"] input[data-part="input"]`;
    return [...(this.form?.querySelectorAll<HTMLInputElement>(field) ?? [])];
  }

  /** What the inputs of a field read. */
  read(path: string): string[] {
    return this.inputs(path).map(({ value }) => value);
  }

  async type(input: HTMLInputElement, value: string): Promise<void> {
    await act(async () => void fireEvent.change(input, { target: { value } }));
  }

  async press(selector: string): Promise<void> {
    await act(async () => this.find(selector)?.click());
  }

  async dispatch(event: Event): Promise<void> {
    await act(async () => void window.dispatchEvent(event));
  }

  /** Lets time pass, in which modules may be loaded too. */
  async pass(ms: number): Promise<void> {
    await act(async () => {
      for (const part of [0, 0, ms]) {
        await vi.advanceTimersByTimeAsync(part);
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
  }

  close(): void {
    this.#page.unmount();
    this.client.clear();
  }
}
