import { readFileSync } from "node:fs";
import { join } from "node:path";
import manifest from "../../../package.json" with { type: "json" };
import { listFiles } from "../../listFiles.ts";
import { publicExports } from "./publicExports.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/** What `llms.txt` holds: every export by its summary, and every page by its first sentence. */
export function describeForAgents(): string {
  const [, purpose = "", , rest = ""] = paragraphs("README.md");
  const pages = listFiles(join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`);
  const isAside = (file: string) => file.startsWith("docs/decisions/");
  const documents = ["README.md", ...pages.filter((file) => !isAside(file)), "SECURITY.md"];
  const asides = ["CONTRIBUTING.md", "CHANGELOG.md", ...pages.filter(isAside)];
  return [
    `# ${manifest.name}`,
    `> ${purpose}`,
    rest,
    "Links are to files beside this one, in the repository and in the published Storybook. There, " +
      "`manifests/components.json` has every component with its props and its stories.",
    ...doors(),
    "## Documentation",
    documents.map(link).join("\n"),
    "## Optional",
    asides.map(link).join("\n"),
    "",
  ].join("\n\n");
}

/** What can be imported, door by door; the languages in one line. */
function doors(): string[] {
  const all = publicExports().filter(({ door }) => !door.includes("/locales/"));
  const tags = publicExports()
    .filter(({ door }) => door.includes("/locales/"))
    .map(({ door, name }) => `\`${name}\` from \`${door}\``);
  const names = [...new Set(all.map(({ door }) => door))];
  return names
    .map((door) => {
      const lines = all
        .filter((one) => one.door === door)
        .sort((one, other) => Number(one.isType) - Number(other.isType))
        .map(({ name, isType, summary }) => `- ${isType ? "type " : ""}\`${name}\`: ${summary}`);
      return `**\`${door}\`**\n\n${lines.join("\n")}`;
    })
    .concat(`**Languages**: ${tags.join(", ")}.`);
}

function link(file: string): string {
  const [title = "", ...rest] = paragraphs(file);
  const prose = rest.find((text) => /^[A-Z`]/.test(text) && !text.startsWith("```"));
  const [sentence = ""] = prose?.match(/^.+?[.:?](?=\s|$)/) ?? [];
  return `- [${title.replace(/^# /, "")}](${file})${sentence && `: ${sentence.replace(/:$/, ".")}`}`;
}

/** A page's paragraphs, each in one line, without its links. */
function paragraphs(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return text
    .split(/\n\n+/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .map((paragraph) => paragraph.replace(/\[([^\]]+)\]\([^)]+\)/g, "$1"));
}
