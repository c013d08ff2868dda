import { expect } from "vitest";
import { parseScimMe } from "../../src/index.js";
import { EditingPage, type EditingStyle, paths, texts } from "./EditingPage.js";
import { type Answer, type Dialect, EditingServer } from "./EditingServer.js";
import {
  isPending,
  isSame,
  type Json,
  PATCH_OP,
  pathsOf,
  plain,
  valueAt,
  wantedOf,
  without,
} from "./editedBodies.js";
import { applyByOracle } from "./patchOracle.js";

let issued = 0;

/** What was entered into a field, what it read before, and how many changes were taken until then. */
interface Entry {
  reads: string[];
  origin: string[];
  taken: number;
}

/** Somebody's way through a form, and what has to be true all along. */
export class EditingJourney {
  readonly server: EditingServer;
  readonly page: EditingPage;
  readonly #entered = new Map<string, Entry>();
  /** What was asked for by the last save, and what could be seen then. */
  #asked = new Map<string, string[]>();
  #seen: Json = {};
  #saves = 0;
  #changes = 0;
  /** The changes that were taken before the last save; none where nobody can know what came of it. */
  #takenBefore: number | undefined;
  readonly #broken: string[] = [];

  constructor(dialect: Dialect, style: EditingStyle) {
    this.server = new EditingServer(dialect);
    this.page = new EditingPage(this.server, style);
    this.server.onChange = (operations) => this.#lookAtChange(operations);
    this.server.onTake = ({ before, operations, ifMatch }) => {
      if (!ifMatch) return;
      const isUnseen = (path: string) => !isSame(valueAt(before, path), valueAt(this.#seen, path));
      this.must(!pathsOf(operations).some(isUnseen), "write over nothing that was not seen");
    };
  }

  must(isTrue: boolean, says: string): void {
    if (!isTrue) this.#broken.push(says);
  }

  async begin(): Promise<void> {
    await this.signIn();
    await this.pass(1_000);
    this.must(this.page.state === "ready", "show who is signed in");
  }

  async signIn(): Promise<void> {
    this.server.token = `editing-${++issued}`;
    await this.page.signIn(this.server.token);
  }

  /** The token is over; the app gets another one for it, or none. */
  expire(isRenewable: boolean): void {
    this.server.token = `editing-${++issued}`;
    this.page.renewed = isRenewable ? this.server.token : undefined;
    this.doubt();
  }

  /** Whether the last save was taken cannot be known any more. */
  doubt(): void {
    this.#takenBefore = undefined;
  }

  async pass(ms: number): Promise<void> {
    await this.page.pass(ms);
    if (!this.server.open) this.#look();
    expect(this.#broken, "What it must").toEqual([]);
  }

  async open(): Promise<void> {
    if (!this.page.form) await this.page.press('[data-view="quiet"]');
    await this.page.pass(0);
  }

  /** Does something to a field, and remembers what it reads then. */
  async edit(path: string, work: (inputs: HTMLInputElement[]) => Promise<void>): Promise<void> {
    const { page, server } = this;
    const before = page.read(path);
    if (!before.length) return;
    await work(page.inputs(path));
    const reads = page.read(path);
    if (isSame(reads, before)) return;
    const { origin } = this.#entered.get(path) ?? { origin: before };
    this.#entered.set(path, { reads, origin, taken: server.taken.length });
  }

  async save(next: Answer): Promise<void> {
    const { page, server } = this;
    if (!page.find('[type="submit"]:not([aria-disabled])')) return;
    server.next = next;
    this.#saves++;
    this.#asked = new Map([...this.#entered].map(([path, { reads }]) => [path, reads]));
    this.#seen = structuredClone((page.cached?.raw ?? {}) as Json);
    this.#takenBefore = server.isUp ? server.taken.length : undefined;
    await page.press('[type="submit"]');
  }

  /** Takes what is saved in place of what was entered. */
  async takeSaved(path: string, work: () => Promise<void>): Promise<void> {
    const isOffered = this.page.find(`[data-path="${path}"] [data-part="take"]`) !== null;
    await work();
    if (isOffered) this.#entered.delete(path);
  }

  fail(isUp: boolean): void {
    this.server.isUp = isUp;
    this.doubt();
  }

  async discard(): Promise<void> {
    const { page } = this;
    const had = page.form !== null;
    await page.press('form [data-view="quiet"]:not([aria-disabled])');
    await page.press('[data-view="discard"]');
    if (had && !page.form) this.#entered.clear();
  }

  /** Only what differs is sent, and it makes of the person what was entered. */
  #lookAtChange(operations: Json[]): void {
    const { told } = this.server;
    this.must(++this.#changes <= this.#saves, "send nothing by itself");
    const hoped = applyByOracle(told, { schemas: [PATCH_OP], Operations: operations });
    for (const path of pathsOf(operations)) {
      const isEqual = isSame(valueAt(hoped, path), valueAt(told, path));
      this.must(!isEqual, `send nothing that is so already, as ${path}`);
    }
    for (const path of paths) {
      const reads = pathsOf(operations).includes(path) ? this.#asked.get(path) : undefined;
      const wanted = reads ? wantedOf(path, reads) : plain(path, told);
      this.must(isSame(plain(path, hoped), wanted), `ask for what was entered, as ${path}`);
    }
    const others = (body: Json) => paths.reduce((rest, path) => without(rest, path), body);
    this.must(isSame(others(hoped), others(told)), "change nothing else");
  }

  /** When nothing is on its way. */
  #look(): void {
    const { page, server } = this;
    if (page.state !== "ready") return;
    for (const [path, { reads, origin, taken }] of this.#entered) {
      const wanted = wantedOf(path, reads);
      const answers = [server.told, ...server.taken.slice(taken).map(({ after }) => after)];
      const isWaiting = path === "emails" && isPending(server.told);
      const isSaved = isWaiting || answers.some((body) => isSame(plain(path, body), wanted));
      const isKept = isSame(page.read(path), reads);
      const isEntered = !isSame(wantedOf(path, origin), wanted);
      this.must(!isEntered || isKept || isSaved, `keep what was entered, as ${path}`);
      if (!isKept) this.#entered.delete(path);
    }
    this.must(isSame(page.cached, parseScimMe(server.told)), "show what the server has said");
    const isTaken = server.taken.length > (this.#takenBefore ?? server.taken.length);
    const isThere = [...this.#asked].every(([path, reads]) =>
      isSame(plain(path, server.told), wantedOf(path, reads)),
    );
    const isCalledLost = page.find('[data-part="summary"]')?.textContent?.includes("are not saved");
    this.must(!isTaken || !isThere || !isCalledLost, "call nothing lost that is saved");
  }

  /** All being well, what was entered can be saved at last, and the page shows what the server has. */
  async arrive(): Promise<void> {
    const { page, server } = this;
    await this.pass(10_000);
    server.isUp = true;
    await page.dispatch(new Event("online"));
    await this.signIn();
    await this.pass(61_000);
    await page.dispatch(new Event("visibilitychange"));
    await this.pass(5_000);
    for (let tries = 0; page.form && tries < 3; tries++) {
      await page.press('form [data-part="action"]:not([data-view])');
      await this.save("the person");
      await this.pass(1_000);
    }
    // Such a server may leave for good what was entered.
    if (server.dialect.leaves || server.dialect.verifies) await this.discard();
    this.must(!page.form, "have it saved at last");
    await this.pass(61_000);
    const { requests } = server;
    await page.dispatch(new Event("visibilitychange"));
    await this.pass(5_000);
    this.must(server.requests - requests === 1, "ask once");
    this.must(isSame(page.cached, parseScimMe(server.person)), "show what the server has");
    for (const path of texts) {
      const text = valueAt(server.person, path) as string | undefined;
      this.must(!text || !!page.find("*")?.textContent?.includes(text), `show ${path}`);
    }
    await this.pass(0);
  }
}
