import { Fragment, type ReactNode } from "react";
import { Scroll } from "./pages/Scroll.tsx";

/** A table whose first column names the row. MDX has no tables of its own here. */
export function Table({ head, rows }: { head: string[]; rows: ReactNode[][] }) {
  return (
    <Scroll label={head.join(", ")}>
      <table>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col" style={{ textAlign: "start" }}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={String(name)}>
              <th scope="row" style={{ textAlign: "start", fontWeight: "normal" }}>
                <code>{name}</code>
              </th>
              {cells.map((cell, column) => (
                <td key={head[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Text with `code` in it, as in markdown. */
export function marked(text: string): ReactNode {
  return text.split("`").map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a constant text never move.
    index % 2 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>,
  );
}
