import type { Page } from "playwright";

/** Everything that a page keeps: storage, cookies that its scripts can read, databases, caches. */
export function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map((database) => database.name);
    const kept = { ...localStorage, ...sessionStorage };
    return JSON.stringify([kept, document.cookie, databases, await caches.keys()]);
  });
}
