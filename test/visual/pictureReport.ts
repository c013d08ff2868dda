/** A story whose picture is not its baseline. */
export interface PictureDifference {
  storyId: string;
  /** The story's name. */
  story: string;
  /** `light`, `dark` or `forced-colors`. */
  theme: string;
  /** What the comparison says. */
  message: string;
  /** PNG files; a story without a baseline has what was taken alone. */
  pictures: { expected?: Uint8Array; actual?: Uint8Array; difference?: Uint8Array };
}

const style = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { margin: 24px; }
  article { margin-block: 32px; border-block-start: 1px solid; }
  .pictures { display: flex; flex-wrap: wrap; align-items: start; gap: 16px; }
  figure { flex: 1 1 300px; margin: 0; }
  img { max-inline-size: 100%; outline: 1px solid #8888; }
`;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? "");

/** One HTML page, with everything in it, that shows pictures beside what they were to be. */
export function pictureReport(differences: readonly PictureDifference[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Pictures that differ</title>
<style>${style}</style>
<h1>Pictures that differ: ${differences.length}</h1>
<p>The links need <code>npm start</code>. If what is drawn now is right, <code>npm run test:visual -- -u</code> makes it the expected.</p>
${differences.map(article).join("")}</html>
`;
}

function article({ storyId, story, theme, message, pictures }: PictureDifference): string {
  // Forced colors are the system's: a story can be looked at in the stage's likeness of them.
  const link = `http://localhost:6006/?path=/story/${storyId}&globals=theme:${theme}`;
  return `<article>
<h2>${escaped(story)}, ${escaped(theme)}</h2>
<p><a href="${escaped(link)}">${escaped(storyId)}</a>: ${escaped(message)}</p>
<div class="pictures">
${Object.entries(pictures)
  .map(([name, png]) => figure(name, png))
  .join("")}</div>
</article>
`;
}

function figure(name: string, png: Uint8Array): string {
  const source = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  return `<figure><figcaption>${name}</figcaption><img src="${source}" alt="${name}"></figure>
`;
}
