import { act } from "@testing-library/react";
import type { JSX } from "react";
import { hydrateRoot } from "react-dom/client";
import { onTestFinished } from "vitest";
import { pass } from "../query/renderApp.js";

/** Hydrates the server's HTML, and gives every complaint of React. */
export async function hydrateHtml(html: string, app: JSX.Element): Promise<unknown[]> {
  const container = document.createElement("div");
  container.innerHTML = html;
  document.body.append(container);
  const complaints: unknown[] = [];
  const onRecoverableError = (error: unknown) => complaints.push(error);
  const root = await act(async () => hydrateRoot(container, app, { onRecoverableError }));
  onTestFinished(() => {
    act(() => root.unmount());
    container.remove();
  });
  await pass();
  return complaints;
}
