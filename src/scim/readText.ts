/** The text of a request's or an answer's body, or undefined where it is larger than `limitBytes`. */
export async function readText(body: Body, limitBytes: number): Promise<string | undefined> {
  const reader = body.body?.getReader();
  if (!reader) return body.text();
  const decoder = new TextDecoder();
  let text = "";
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > limitBytes) {
      // Not awaited: a clone's only ends with its original.
      reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
