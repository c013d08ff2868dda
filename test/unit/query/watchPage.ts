import { onTestFinished } from "vitest";

/** Everything that the page showed from now to the end of the test, as HTML. */
export function watchPage(): { seen: () => string } {
  let seen = document.body.innerHTML;
  const observer = new MutationObserver(() => {
    seen += document.body.innerHTML;
  });
  const everything = { attributes: true, characterData: true, childList: true, subtree: true };
  observer.observe(document.body, everything);
  onTestFinished(() => observer.disconnect());
  return { seen: () => seen };
}
