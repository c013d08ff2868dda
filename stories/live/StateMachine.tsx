import type { ScimMeState } from "../../src/index.ts";
import { type Arrow, Machine, type Places } from "./Machine.tsx";

/** `refreshing` is a person who is shown while they are asked for again. */
export type Node = ScimMeState | "refreshing";

const FAILURES = [
  "missing-token",
  "unauthorized",
  "forbidden",
  "unsupported",
  "unavailable",
] as const;

/** The way to a person above, what stands in their place beside. */
const places: Places<Node> = {
  loading: [17, 56],
  ready: [52, 10],
  refreshing: [100, 10],
  ...(Object.fromEntries(FAILURES.map((name, index) => [name, [76, 34 + 13 * index]])) as Record<
    (typeof FAILURES)[number],
    [number, number]
  >),
};

const arrows: Arrow<Node>[] = [
  { from: ["loading"], to: ["ready"], line: [22, 51, 40, 16] },
  { from: ["ready"], to: ["refreshing"], line: [68, 8.5, 83, 8.5] },
  { from: ["refreshing"], to: ["ready"], line: [84, 12, 69, 12] },
  { from: ["refreshing"], to: FAILURES, line: [98, 15, 92, 26] },
  { from: FAILURES, to: ["ready"], line: [62, 27, 56, 16] },
  ...FAILURES.map(
    (name): Arrow<Node> => ({
      from: ["loading"],
      to: [name],
      line: [33, 56, 58.5, places[name][1]],
    }),
  ),
];

/** The states of `useScimMe`. */
export function StateMachine(props: { now: Node; visited: readonly Node[] }) {
  const group = { x: 57, y: 27, width: 38, height: 66 };
  return <Machine {...{ places, arrows, group }} size={[120, 96]} {...props} />;
}
