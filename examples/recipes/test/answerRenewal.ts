import type { Situation } from "./testSession.tsx";

/** What a forced renewal comes to: a token, the SDK's error for an ended session, or no answer. */
export function answerRenewal(renewal: Situation["renewal"], ended: () => Error): string {
  if (renewal === "outage") throw new TypeError("Failed to fetch");
  if (renewal === "ended") throw ended();
  return renewal;
}
