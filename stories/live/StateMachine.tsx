import type { ScimMeState } from "../../src/index.ts";

/** Where each state stands in the drawing, in percent. */
const PLACES: Record<Node, [x: number, y: number]> = {
  loading: [50, 12],
  ready: [22, 38],
  refreshing: [22, 74],
  "missing-token": [78, 26],
  unauthorized: [78, 44],
  forbidden: [78, 62],
  unsupported: [78, 80],
  unavailable: [50, 90],
};

/** `refreshing` is a person who is shown while they are asked for again. */
export type Node = ScimMeState | "refreshing";

const ARROWS: [from: Node, to: Node][] = [
  ["loading", "ready"],
  ["ready", "refreshing"],
  ["refreshing", "ready"],
  ["loading", "missing-token"],
  ["loading", "unauthorized"],
  ["loading", "forbidden"],
  ["loading", "unsupported"],
  ["loading", "unavailable"],
  ["refreshing", "unauthorized"],
  ["refreshing", "forbidden"],
];

/** The states of the hook, the present one marked. What it shows is said in words beside it. */
export function StateMachine({ now, visited }: { now: Node; visited: readonly Node[] }) {
  const last = visited.at(-2);
  return (
    <svg className="live-machine" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <defs>
        <marker id="live-arrow" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="4" orient="auto">
          <path d="M0 0 6 3 0 6Z" fill="currentColor" />
        </marker>
      </defs>
      {ARROWS.map(([from, to]) => {
        const [x1, y1] = PLACES[from];
        const [x2, y2] = PLACES[to];
        // From the edge of one box to the edge of the other.
        const along = (a: number, b: number, part: number) => a + (b - a) * part;
        return (
          <line
            key={`${from} ${to}`}
            data-taken={from === last && to === now}
            x1={along(x1, x2, 0.18)}
            y1={along(y1, y2, 0.18)}
            x2={along(x1, x2, 0.78)}
            y2={along(y1, y2, 0.78)}
            markerEnd="url(#live-arrow)"
          />
        );
      })}
      {Object.entries(PLACES).map(([name, [x, y]]) => (
        <g
          key={name}
          data-node={name}
          data-now={name === now}
          data-visited={visited.includes(name as Node)}
        >
          <rect x={x - 15} y={y - 5.5} width="30" height="11" rx="3" />
          <text x={x} y={y + 1.4} textAnchor="middle">
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}
