import type { ScimMeMessages } from "../../src/index.ts";
import { en } from "../../src/locales/en.ts";
import { Table } from "../Table.tsx";

/** Words of the catalogue by their keys, in English. */
export function MessageTable({ keys }: { keys: readonly (keyof ScimMeMessages)[] }) {
  return <Table head={["Message", "In English"]} rows={keys.flatMap(rowsOf)} />;
}

function rowsOf(key: keyof ScimMeMessages): [name: string, text: string][] {
  const message = (en as ScimMeMessages)[key];
  if (typeof message === "string") return [[key, message]];
  return Object.entries(message ?? {}).map(([part, text]) => [`${key}.${part}`, String(text)]);
}
