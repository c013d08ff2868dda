import { marked, Table } from "../Table.tsx";

/** What keys do. */
export function KeyTable({ keys }: { keys: Readonly<Record<string, string>> }) {
  return (
    <Table
      head={["Key", "What it does"]}
      rows={Object.entries(keys).map(([key, does]) => [key, marked(does)])}
    />
  );
}
