/** Whether a text holds the secret: as it is, percent-encoded, or inside base64, at any depth. */
export function holdsSecret(text: string, secret: string): boolean {
  if (text.includes(secret) || text.includes(encodeURIComponent(secret))) return true;
  return (text.match(/[\w+/-]{32,}/g) ?? []).some((run) =>
    holdsSecret(Buffer.from(run, "base64").toString("latin1"), secret),
  );
}
