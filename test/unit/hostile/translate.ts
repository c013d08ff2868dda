/**
 * What the translators of browsers do to a page: each text is taken out of it, and stands in other
 * elements in its place, of which React knows nothing.
 */
export function translate(root: Element = document.body): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!text.data.trim()) continue;
    const font = document.createElement("font");
    font.append(document.createElement("font"));
    font.firstElementChild?.append(`translated ${text.data}`);
    text.replaceWith(font);
  }
}
