import { Markdown } from "@storybook/addon-docs/blocks";
import changelog from "../../CHANGELOG.md?raw";
import { readChanges } from "./readChanges.ts";

const waiting = import.meta.glob<string>("../../.changeset/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** What changed of something, as the changelog says it. */
export function Changes({ name }: { name: string }) {
  return readChanges(name, changelog, Object.values(waiting)).map(({ version, notes }) => (
    <div key={version}>
      <h3>{version}</h3>
      {notes.map((note) => (
        <Markdown key={note}>{note}</Markdown>
      ))}
    </div>
  ));
}
