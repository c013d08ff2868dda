/** A story's name for Vitest, which would make one dash of the two in a story id. */
export function pictureName(storyId: string): string {
  return storyId.replace("--", "/");
}

/** The story id that a `pictureName` was made of. */
export function storyIdOf(pictureName: string): string {
  return pictureName.replace("/", "--");
}
