import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface IndexedStory {
  id: string;
  type: "story" | "docs";
  tags: string[];
}

/** Everything a built Storybook shows, by its own index. */
export function storyIndex(storybookFolder: string): IndexedStory[] {
  const text = readFileSync(join(storybookFolder, "index.json"), "utf8");
  const { entries } = JSON.parse(text) as { entries: Record<string, IndexedStory> };
  return Object.values(entries);
}
