/** The lines that somebody has to write, without imports, comments, closing brackets and tags. */
export function ownLines(code: string): string[] {
  const withoutImports = code.replace(/^import [^;]*;$/gm, "").replace(/\/\*\*.*?\*\//gs, "");
  return withoutImports.split("\n").filter((line) => /\w/.test(line.replace(/\/\/.*|<\/\w+>/, "")));
}
