import type { ReactNode } from "react";

interface StoryLinkProps {
  /** The id of a story, or of a page of documentation. */
  id: string;
  /** What the toolbar is set to there. */
  globals?: Record<string, string>;
  children: ReactNode;
}

/** A link to another page of this Storybook, wherever that is published. */
export function StoryLink({ id, globals = {}, children }: StoryLinkProps) {
  const settings = Object.entries(globals).map(([name, value]) => `${name}:${value}`);
  const kind = id.endsWith("--docs") ? "docs" : "story";
  const query = settings.length > 0 ? `&globals=${settings.join(";")}` : "";
  return (
    <a href={`./?path=/${kind}/${id}${query}`} target="_top">
      {children}
    </a>
  );
}
