/** Something around the library, and what it stands on. */
export interface Surroundings {
  name: string;
  /** What it is installed with: a folder in `examples/hosts/installs`. */
  install: string;
  /** The packages whose versions tell it from the others. */
  with: string[];
}

/** An app around the library, built for production and seen in a browser. */
export interface Host extends Surroundings {
  /** Its folder in `examples/hosts`. */
  app: string;
  /** The command that builds it. */
  build: string[];
  /** The command that serves it on `PORT`. @default its files are served, `dist` first */
  start?: string[];
  /** Where in the app it is. @default "/" */
  path?: string;
  /** Requests to `/Me` until the person is on the page: the page's, and those that a server gets. */
  requests: { page: number; server: number };
  /** What the card must look like, as the page computes it. */
  looks: Record<string, string>;
}

/** A command that must succeed. */
export interface Check extends Surroundings {
  /** The folders of `examples/hosts` that it needs. */
  parts: string[];
  command: string[];
  /** Where it runs. @default the folder around them */
  cwd?: string;
}
