import type { Moment } from "./PageConfig.js";

/** Keeps every moment at which the page differed from the one before. */
export function watch(): Moment[] {
  const moments: Moment[] = [];
  const look = () => {
    const card = document.querySelector("[data-scim=ProfileCard]");
    const part = (name: string) => card?.querySelector(`[data-part=${name}]`)?.textContent ?? "";
    const moment = {
      state: card?.getAttribute("data-state") ?? undefined,
      guard:
        document.querySelector("[data-scim=ProtectedRoute]")?.getAttribute("data-state") ??
        undefined,
      says: part("name") || [part("title"), part("text")].filter(Boolean).join(": "),
      text: document.body.innerText,
    };
    if (JSON.stringify(moment) !== JSON.stringify(moments.at(-1))) moments.push(moment);
  };
  look();
  new MutationObserver(look).observe(document.body, {
    ...{ subtree: true, childList: true, characterData: true, attributes: true },
  });
  return moments;
}
