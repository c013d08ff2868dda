/** What frameworks throw to redirect or to suspend is theirs to catch. */
export function isControlFlow(error: unknown): boolean {
  const { digest, then } = Object(error);
  return (
    typeof digest === "string" ||
    typeof then === "function" ||
    (typeof Response === "function" && error instanceof Response)
  );
}
