/**
 * The preferred value of a list (RFC 7643 §2.4): the primary one, else the first for work, else the
 * first; undefined where the list is empty.
 *
 * @summary The preferred value of a multi-valued attribute.
 */
export function getPrimary<T extends { type?: string; primary?: boolean }>(
  values: readonly T[],
): T | undefined {
  return (
    values.find((item) => item.primary) ??
    values.find((item) => item.type?.toLowerCase() === "work") ??
    values[0]
  );
}
