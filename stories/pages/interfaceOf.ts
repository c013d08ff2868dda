/** An interface as a source file has it, with what is said about it. */
export function interfaceOf(source: string, name: string): string {
  const found = new RegExp(`(?:/\\*\\*[^/]*\\*/\\s*)?export interface ${name}\\b.*?^}`, "ms").exec(
    source,
  );
  if (!found) throw new Error(`There is no interface ${name}.`);
  return found[0].replace(/\{@link (\w+)\}/g, "`$1`").replaceAll("@summary ", "");
}
