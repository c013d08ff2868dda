let texts: readonly string[] = [];

/** What has stood in the story on stage, in order: what is soon over may be gone before a play begins. */
export function shown(): readonly string[] {
  return texts;
}

/** Keeps what a story shows for {@link shown}; a `beforeEach`. */
export function watchShown({ canvasElement }: { canvasElement: HTMLElement }): () => void {
  const seen: string[] = [];
  texts = seen;
  const observer = new MutationObserver(() => {
    const text = canvasElement.textContent;
    if (text && text !== seen.at(-1)) seen.push(text);
  });
  observer.observe(canvasElement, { subtree: true, childList: true, characterData: true });
  return () => observer.disconnect();
}
