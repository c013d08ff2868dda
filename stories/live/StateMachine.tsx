import type { ScimMeState } from "../../src/index.ts";

/** `refreshing` is a person who is shown while they are asked for again. */
export type Node = ScimMeState | "refreshing";

const FAILURES = [
  "missing-token",
  "unauthorized",
  "forbidden",
  "unsupported",
  "unavailable",
] as const;

/** The middle of each state's box: the way to a person above, what stands in their place beside. */
const PLACES: Record<Node, [x: number, y: number]> = {
  loading: [17, 56],
  ready: [52, 10],
  refreshing: [100, 10],
  ...(Object.fromEntries(FAILURES.map((name, index) => [name, [76, 34 + 13 * index]])) as Record<
    (typeof FAILURES)[number],
    [number, number]
  >),
};
const HALF = [16, 5] as const;

interface Arrow {
  from: readonly Node[];
  to: readonly Node[];
  /** From edge to edge. */
  line: [x1: number, y1: number, x2: number, y2: number];
}

const ARROWS: Arrow[] = [
  { from: ["loading"], to: ["ready"], line: [22, 51, 40, 16] },
  { from: ["ready"], to: ["refreshing"], line: [68, 8.5, 83, 8.5] },
  { from: ["refreshing"], to: ["ready"], line: [84, 12, 69, 12] },
  { from: ["refreshing"], to: FAILURES, line: [98, 15, 92, 26] },
  { from: FAILURES, to: ["ready"], line: [62, 27, 56, 16] },
  ...FAILURES.map(
    (name): Arrow => ({ from: ["loading"], to: [name], line: [33, 56, 58.5, PLACES[name][1]] }),
  ),
];

/** The states of the hook, the present one marked. What it shows is said in words beside it. */
export function StateMachine({ now, visited }: { now: Node; visited: readonly Node[] }) {
  const last = visited.at(-2);
  return (
    <svg className="live-machine" viewBox="0 0 120 96" aria-hidden="true" focusable="false">
      <defs>
        <marker id="live-arrow" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="5" orient="auto">
          <path d="M0 0 6 3 0 6Z" fill="context-stroke" />
        </marker>
      </defs>
      <rect className="live-group" x="57" y="27" width="38" height="66" rx="4" />
      {ARROWS.map(({ from, to, line: [x1, y1, x2, y2] }) => (
        <line
          key={`${from} ${to}`}
          data-taken={last !== undefined && from.includes(last) && to.includes(now)}
          {...{ x1, y1, x2, y2 }}
          markerEnd="url(#live-arrow)"
        />
      ))}
      {Object.entries(PLACES).map(([name, [x, y]]) => (
        <g key={name} data-now={name === now} data-visited={visited.includes(name as Node)}>
          <rect x={x - HALF[0]} y={y - HALF[1]} width={2 * HALF[0]} height={2 * HALF[1]} rx="3" />
          <text x={x} y={y + 1.3} textAnchor="middle">
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}
