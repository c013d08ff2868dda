import type { ScimMeState } from "../src/index.ts";
import { marked, Table } from "./Table.tsx";

const states: Record<ScimMeState, [meaning: string, card: string, guard: string]> = {
  loading: [
    "The answer is on its way, or your session is `pending`.",
    "A skeleton of the same size.",
    "Waits, and never redirects.",
  ],
  ready: ["There is a person.", "The person.", "Shows its children."],
  "missing-token": ["Nobody is signed in.", "A sign-in.", "Calls `onSignedOut`."],
  unauthorized: ["The session has ended.", "A new sign-in.", "Calls `onSignedOut`."],
  forbidden: [
    "Signed in, without the permission.",
    "Which permission is missing.",
    "Says so, and never redirects.",
  ],
  unsupported: [
    "Signed in, at a service without profiles.",
    "That there is no profile.",
    "Says so, and never redirects.",
  ],
  unavailable: [
    "Signed in, and the profile cannot be read now.",
    "A way to try again.",
    "Offers to try again, and never redirects.",
  ],
};

/** What each state means. */
export const meanings: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(states).map(([state, [meaning]]) => [state, meaning.replaceAll("`", "")]),
);

/** Every state, and what the components do in it. */
export function StateTable() {
  return (
    <Table
      head={["State", "What it means", "The card shows", "The guard"]}
      rows={Object.entries(states).map(([state, cells]) => [state, ...cells.map(marked)])}
    />
  );
}
