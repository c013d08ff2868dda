import { expect, waitFor, within } from "storybook/test";
import type { Canvas } from "../expectView.ts";

/** Expects these requests with their answers in the network log, and no others. */
export async function expectLog(canvas: Canvas, ...entries: string[]): Promise<void> {
  const log = within(canvas.getByRole("region", { name: "Network log" }));
  const told = () =>
    log
      .getAllByRole("row")
      .slice(1)
      .map((row) => within(row).getAllByRole("cell"))
      .map((cells) => `${cells[2]?.textContent} ${cells[4]?.textContent}`);
  await waitFor(() => expect(told()).toEqual(entries));
}
