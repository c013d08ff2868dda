import { expect, waitFor, type within } from "storybook/test";

export type Canvas = ReturnType<typeof within>;

/** Expects a view that tells in words what happened and what is still true. */
export async function expectView(canvas: Canvas, title: string, text: string): Promise<void> {
  const view = await waitFor(async () => {
    const status = canvas.getByRole("status");
    await expect(status).toHaveTextContent(title);
    return status;
  });
  await expect(view).toHaveTextContent(text);
  await expect(view).toBeVisible();
}

/** Expects nothing of the example person: no name, no address, no photo, nothing to follow. */
export async function expectNobody(canvas: Canvas): Promise<void> {
  await expect(canvas.queryByText(/Barbara|Jensen/i)).toBeNull();
  await expect(canvas.queryByRole("link")).toBeNull();
  await expect(document.querySelector("[data-part=photo]")).toBeNull();
}
