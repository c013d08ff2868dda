import { Markdown } from "@storybook/addon-docs/blocks";
import "./pages.css";

const files = import.meta.glob<string>("../../docs/recipes/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The recipes of the repository, one to open each. */
export function Recipes() {
  return Object.entries(files)
    .filter(([path]) => !path.endsWith("README.md"))
    .map(([path, text]) => {
      const [heading = "", ...rest] = text.split("\n");
      return (
        <details key={path} className="page-recipe">
          <summary>{heading.replace(/^# /, "").replaceAll("`", "")}</summary>
          <Markdown>{asPart(rest.join("\n"))}</Markdown>
        </details>
      );
    });
}

/** Below a heading of its own; files of the repository are not here to be linked to. */
function asPart(markdown: string): string {
  return markdown.replace(/^(?=##)/gm, "#").replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, "$1");
}
