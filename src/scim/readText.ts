/**
 * The text of a request's or an answer's body, or undefined where it is larger than `limitBytes`. What
 * has not come after `patienceMs` is left out.
 */
export async function readText(
  body: Body,
  limitBytes: number,
  patienceMs?: number,
): Promise<string | undefined> {
  const reader = body.body?.getReader();
  if (!reader) return body.text();
  // Not awaited: a clone's only ends with its original.
  const cancel = () => void reader.cancel().catch(() => {});
  const timer = patienceMs && setTimeout(cancel, patienceMs);
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (let bytes = 0; ; ) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > limitBytes) {
        cancel();
        return undefined;
      }
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    clearTimeout(timer);
  }
}
