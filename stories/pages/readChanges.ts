/** What users noticed of something, by version, newest first. */
export interface Changes {
  version: string;
  notes: string[];
}

/**
 * Finds the notes that name something: in files of changes that wait for a release, and in the
 * changelog.
 */
export function readChanges(name: string, changelog: string, waiting: readonly string[]) {
  const names = (note: string) => new RegExp(`\\b${name}\\b`).test(note);
  const next = waiting.map((file) => file.replace(/^---.*?^---\s*/ms, "").trim()).filter(names);
  const released = changelog
    .split(/^## /m)
    .slice(1)
    .map((section): Changes => {
      const [version = "", ...lines] = section.split("\n");
      const notes = lines.filter((line) => /^\s*- /.test(line) && names(line));
      return { version, notes: notes.map((line) => line.replace(/^\s*- (?:[\da-f]{7}: )?/, "")) };
    });
  return [{ version: "Next", notes: next }, ...released].filter(({ notes }) => notes.length > 0);
}
