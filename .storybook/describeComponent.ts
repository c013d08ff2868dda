/**
 * A component's JSDoc as Markdown: what stands before its tags, and its example as code.
 *
 * Storybook would print the tags as they are, and render the example's JSX as HTML.
 */
export function describeComponent(component: unknown): string {
  const docs = (component as { __docgenInfo?: { description?: string } } | null)?.__docgenInfo;
  const [sentence = "", ...tags] = (docs?.description ?? "").split(/^@/m);
  const example = tags.find((tag) => tag.startsWith("example"))?.slice("example".length);
  const code = example ? `\n\n\`\`\`tsx\n${example.trim()}\n\`\`\`` : "";
  return sentence.trim().replace(/\{@link (\w+)\}/g, "`$1`") + code;
}
