const BUSY = '[data-scim][aria-busy="true"], [data-scim][data-state="loading"]';
const LOADING_PHOTO = '[data-scim] [data-part="photo"]:not([data-loaded])';

/**
 * Resolves when a page is ready for a picture: nothing of this library is busy, photos have come or
 * failed, fonts are loaded, and no caret blinks.
 *
 * @summary Resolves when a page is ready for a picture.
 * @param root where to look. Default: the document.
 * @param timeoutMs how long to wait, in ms. Default 5000.
 * @throws {Error} that names what is still busy, e.g. a scenario that never answers.
 */
export async function scimMeReady(
  root: ParentNode = document,
  timeoutMs: number = 5000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const waiting = root.querySelectorAll(`${BUSY}, ${LOADING_PHOTO}`);
    if (!waiting.length) break;
    if (Date.now() > end) {
      const names = [...waiting].map((element) => element.closest("[data-scim]"));
      const list = names.map((element) => element?.getAttribute("data-scim")).join(", ");
      throw new Error(
        `react-scim-me/storybook: still busy after ${timeoutMs} ms: ${list}. A story of a loading state has its picture taken without waiting.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await document.fonts?.ready;
}
