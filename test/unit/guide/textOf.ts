/** What a person reads or hears of a page, block by block, with its buttons in brackets. */
export function textOf(root: Element): string {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const blocks = new Map<Element | null, string>();
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    if (parentElement?.closest("[aria-hidden=true]")) continue;
    const block = parentElement?.closest("button, dd, div, dt, h1, h2, p") ?? null;
    blocks.set(block, `${blocks.get(block) ?? ""}${textContent}`);
  }
  const said = [...blocks].map(([block, text]) =>
    block?.matches("button") ? `[${text.trim()}]` : text.trim(),
  );
  return said.filter(Boolean).join(" · ") || "(nothing)";
}
