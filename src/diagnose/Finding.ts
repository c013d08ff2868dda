/** @summary What is looked at, in this order. Each is a question that {@link checks} spells out. */
export type Check =
  | "endpoint"
  | "token"
  | "reachable"
  | "cors"
  | "redirect"
  | "authentication"
  | "scope"
  | "resource"
  | "rate-limit"
  | "server"
  | "content-type"
  | "json"
  | "person"
  | "attributes"
  | "values";

/**
 * @summary What came of one check. No token, no value of a profile and no word of a server's but the
 * scope it asks for is in it.
 */
export interface Finding {
  /** What was looked at. */
  check: Check;
  /**
   * `ok`; `warning`: it works, or may, and deserves a look; `failure`: nothing can come after it;
   * `skipped`: an earlier check failed, or there is nothing to look at here.
   */
  outcome: "ok" | "warning" | "failure" | "skipped";
  /** What was found: a sentence or two for developers. */
  says: string;
  /** What to do about it, in the provider's own words where they are known. */
  advice?: string;
}

/** A finding, before it is known which check it belongs to. */
export type Look = Omit<Finding, "check">;

/** Nothing to do. */
export function ok(says: string): Look {
  return { outcome: "ok", says };
}

/** Worth a look. */
export function warning(says: string, advice: string): Look {
  return { outcome: "warning", says, advice };
}

/** The end of the road. */
export function failure(says: string, advice: string): Look {
  return { outcome: "failure", says, advice };
}

/** Not looked at. */
export function skipped(says: string): Look {
  return { outcome: "skipped", says };
}
