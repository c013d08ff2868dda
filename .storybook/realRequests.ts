const origins = new Set<string>();

/** Lets requests to a URL's origin pass the mocks, where no mock answers them. */
export function letThrough(url: string): void {
  origins.add(new URL(url).origin);
}

/** Whether a request is for a real server, by somebody's own wish. */
export function isReal({ url }: Request): boolean {
  return origins.has(new URL(url).origin);
}
