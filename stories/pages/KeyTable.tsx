import { marked, Table } from "../Table.tsx";
import { Scroll } from "./Scroll.tsx";

/** What keys do. */
export function KeyTable({ keys }: { keys: Readonly<Record<string, string>> }) {
  return (
    <Scroll label="Keys">
      <Table
        head={["Key", "What it does"]}
        rows={Object.entries(keys).map(([key, does]) => [key, marked(does)])}
      />
    </Scroll>
  );
}
