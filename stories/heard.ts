/**
 * What a screen reader says by itself from now on: what comes into a region that was there, and
 * alerts, which are said as they come.
 */
export function heard(root: HTMLElement): string[] {
  const said: string[] = [];
  const observer = new MutationObserver((changes) => {
    const elements = changes.flatMap(({ target, addedNodes }) => {
      const region = closest(target, "[role=status], [role=alert]");
      return [region, ...[...addedNodes].map((node) => closest(node, "[role=alert]"))];
    });
    for (const text of new Set(elements.map((element) => element?.textContent))) {
      if (text && text !== said.at(-1)) said.push(text);
    }
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  return said;
}

function closest(node: Node, selector: string): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest(selector) ?? null;
}
