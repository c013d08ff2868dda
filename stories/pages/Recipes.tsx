import { Markdown } from "@storybook/addon-docs/blocks";

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
          <Markdown>{withoutFiles(rest.join("\n"))}</Markdown>
        </details>
      );
    });
}

/** Files of the repository are not here to be linked to. */
function withoutFiles(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, "$1");
}
