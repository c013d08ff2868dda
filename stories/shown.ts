/** What has stood in a story from now on, in order: what is soon over may be gone before a play begins. */
export function shown(root: HTMLElement): string[] {
  const texts: string[] = [];
  const observer = new MutationObserver(() => {
    const text = root.textContent;
    if (text && text !== texts.at(-1)) texts.push(text);
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  return texts;
}
