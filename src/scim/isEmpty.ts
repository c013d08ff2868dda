/** Whether a value says nothing: null, absent, `""`, `{}` and `[]` are one (RFC 7643 §2.5). */
export function isEmpty(value: unknown): boolean {
  if (value && typeof value === "object") return !Object.keys(value).length;
  return value === undefined || value === null || value === "";
}
