/** An example's source as an app would have it. */
export function asWritten(source: string): string {
  return source
    .replace(/(\.\.\/)+src\/index\.ts/, "react-scim-me")
    .replace(/(\.\.\/)+src\/styles\.css/, "react-scim-me/styles.css")
    .replace(/(\.\.?\/)session\.example\.ts/, "./session");
}
