/** What an app imports in place of a room of this repository. */
const doors: Readonly<Record<string, string>> = {
  index: "react-scim-me",
  "mocks/index": "react-scim-me/msw",
  "testing/index": "react-scim-me/testing",
};

/** An example's source as an app would have it. */
export function asWritten(source: string): string {
  return source
    .replace(/"(?:\.\.\/)+src\/(\S+)\.[jt]s"/g, (path, room) => `"${doors[room] ?? path}"`)
    .replace(/"(?:\.\.\/)+src\/styles\.css"/, '"react-scim-me/styles.css"')
    .replace(/"\.\.?\/session\.example\.ts"/, '"./session"');
}
