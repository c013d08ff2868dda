import type { ScimMe } from "../../src/index.js";

/** What one server does with a person, and what is to become of it. */
export interface UserRow {
  server: string;
  /** What differs from the RFC's example, or what it leaves open. */
  deviation: string;
  body: Record<string, unknown>;
  /** The whole model but `raw` and empty lists. */
  expected: Partial<Omit<ScimMe, "raw">>;
  /** The name that a card shows. */
  name: string;
  /** The answer's Content-Type. @default application/scim+json */
  type?: string;
}
