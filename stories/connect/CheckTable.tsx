import { checks } from "../../src/diagnose/checks.ts";
import { marked, Table } from "../Table.tsx";

/** Every check of `diagnoseScimMe`, in its order. */
export function CheckTable() {
  return (
    <Table
      head={["Check", "What it asks"]}
      rows={checks.map(({ check, asks }) => [check, marked(asks)])}
    />
  );
}
