/** Where a state is drawn: the middle of its box. */
export type Places<Name extends string> = Record<Name, readonly [x: number, y: number]>;

/** A way from one of some states to one of others. */
export interface Arrow<Name extends string> {
  from: readonly Name[];
  to: readonly Name[];
  /** From edge to edge. */
  line: readonly [x1: number, y1: number, x2: number, y2: number];
}

interface MachineProps<Name extends string> {
  places: Places<Name>;
  arrows: readonly Arrow<Name>[];
  /** Width and height of the drawing; a box is 32 × 10. */
  size: readonly [width: number, height: number];
  /** A frame around states that are alike. */
  group?: { x: number; y: number; width: number; height: number };
  now: Name;
  visited: readonly Name[];
}

const HALF = [16, 5] as const;

/** States and the ways between them, the present one marked. What it shows is said in words beside it. */
export function Machine<Name extends string>(props: MachineProps<Name>) {
  const { places, arrows, size, group, now, visited } = props;
  const last = visited.at(-2);
  return (
    <svg
      className="live-machine"
      viewBox={`0 0 ${size.join(" ")}`}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <marker id="live-arrow" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="5" orient="auto">
          <path d="M0 0 6 3 0 6Z" fill="context-stroke" />
        </marker>
      </defs>
      {group && <rect className="live-group" {...group} rx="4" />}
      {arrows.map(({ from, to, line: [x1, y1, x2, y2] }) => (
        <line
          key={`${from} ${to}`}
          data-taken={last !== undefined && from.includes(last) && to.includes(now)}
          {...{ x1, y1, x2, y2 }}
          markerEnd="url(#live-arrow)"
        />
      ))}
      {(Object.keys(places) as Name[]).map((name) => {
        const [x, y] = places[name];
        return (
          <g key={name} data-now={name === now} data-visited={visited.includes(name)}>
            <rect x={x - HALF[0]} y={y - HALF[1]} width={2 * HALF[0]} height={2 * HALF[1]} rx="3" />
            <text x={x} y={y + 1.3} textAnchor="middle">
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
