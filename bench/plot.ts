import type { Plot } from "./Section.ts";

/** A series of points, from left to right. */
export interface Line {
  name: string;
  points: readonly (readonly [x: number, y: number])[];
}

const box = { left: 80, top: 48, width: 480, height: 220 };
const style = `
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600; font-size: 15px }
  .axis { stroke: #8c959f; fill: none }
  .line { fill: none; stroke-width: 2 }
  .s0 { stroke: #0969da } .s1 { stroke: #bc4c00; stroke-dasharray: 6 4 }
  .f0 { fill: #0969da } .f1 { fill: #bc4c00 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .axis { stroke: #6e7681 }
    .s0 { stroke: #58a6ff } .s1 { stroke: #f0883e } .f0 { fill: #58a6ff } .f1 { fill: #f0883e }
  }`;

/** A plot as SVG, with axes from zero, for light and dark pages. */
export function drawPlot({ title, x, y, lines }: Plot): string {
  const points = lines.flatMap((line) => [...line.points]);
  const most = [0, 1].map((axis) => Math.max(...points.map((point) => point[axis] ?? 0)) || 1);
  const [mostX = 1, mostY = 1] = most;
  const { left, top, width, height } = box;
  const placeX = (value: number) => left + (value / mostX) * width;
  const placeY = (value: number) => top + height - (value / mostY) * height;
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const steps = mostX > 10 ? ticks : [...Array(mostX + 1).keys()].map((step) => step / mostX);
  const marks = [
    ...steps.map((part) => label(placeX(part * mostX), top + height + 20, part * mostX, "middle")),
    ...ticks.map((part) => label(left - 8, placeY(part * mostY) + 4, part * mostY, "end")),
  ];
  const drawn = lines.flatMap((line, index) => [
    `<polyline class="line s${index}" points="${line.points
      .map(([px, py]) => `${round(placeX(px))},${round(placeY(py))}`)
      .join(" ")}"/>`,
    ...line.points.map(
      ([px, py]) =>
        `<circle class="f${index}" cx="${round(placeX(px))}" cy="${round(placeY(py))}" r="3"/>`,
    ),
    `<text class="f${index}" x="${left + 12}" y="${top + 18 + index * 18}">${inXml(line.name)}</text>`,
  ]);
  const right = left + width;
  const bottom = top + height;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 330" width="600" height="330" role="img">
<title>${inXml(title)}</title><style>${style}</style>
<text class="title" x="20" y="24">${inXml(`${title}, ${y}`)}</text>
<text x="${right}" y="${bottom + 42}" text-anchor="end">${inXml(x)}</text>
<path class="axis" d="M${left} ${top}V${bottom}H${right}"/>
${[...marks, ...drawn].join("\n")}
</svg>
`;
}

function label(x: number, y: number, value: number, anchor: string): string {
  const text = value >= 100 ? Math.round(value).toLocaleString("en") : `${round(value)}`;
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${text}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function inXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
