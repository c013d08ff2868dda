/** An app around the library, built for production. */
export interface Host {
  name: string;
  /** Its folder in `examples/hosts`. */
  app: string;
  /** What it is installed with: a folder in `examples/hosts/installs`. */
  install: string;
  /** The packages whose versions tell it from the others. */
  with: string[];
  /** The command that builds it, among those that its installation brings. */
  build: string[];
  /**
   * Starts its own server on `PORT`, which asks for the person before the page is sent.
   * @default its files are served from `dist`
   */
  start?: string[];
  /** Where in the app it is. @default "/" */
  path?: string;
  /** What the card must look like, as the page computes it. */
  looks: Record<string, string>;
}
