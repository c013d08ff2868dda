/** An https URL in its normal form, else undefined: no script, no plain http, no userinfo. */
export function httpsUrl(value: string): string | undefined {
  // Most values of a profile are no URL at all, and an exception for each costs more than its card.
  if (!/^\s*https:/i.test(value)) return undefined;
  try {
    const url = new URL(value);
    return url.username || url.password ? undefined : url.href;
  } catch {
    return undefined;
  }
}
