import type { Token, TokenRequest } from "../../src/index.ts";
import { LiveNetwork } from "./LiveNetwork.ts";

export const endings = ["ends the session", "refuses", "never answers"] as const;

/** The session of a story's host, which a provider ends in one of several ways. */
export class LiveSession extends LiveNetwork {
  isActive = true;
  ending: (typeof endings)[number] = "ends the session";
  #release: () => void = () => {};

  readonly token = (request: TokenRequest): Token =>
    this.isActive ? this.tokenProvider(request) : undefined;

  /** What a host gives as `onSignOut`. */
  readonly end = async (): Promise<void> => {
    const log = this.record("onSignOut");
    if (this.ending === "never answers") {
      await new Promise<void>((resolve) => {
        this.#release = resolve;
      });
    }
    if (this.ending === "refuses") {
      log("fails");
      throw new Error("The provider did not end the session");
    }
    this.isActive = false;
    log("done");
  };

  /** Decides how the next sign-out ends, and one that waits. */
  decide(ending: LiveSession["ending"]): void {
    this.ending = ending;
    this.#release();
    this.tell();
  }

  begin(): void {
    this.isActive = true;
    this.rotate();
  }
}
