import type { ScimMeError, ScimMeReason } from "../../src/index.js";

/** How one server refuses, and how it is to be read. */
export interface ErrorRow {
  server: string;
  deviation: string;
  status: number;
  headers?: Record<string, string>;
  /** Text as it is sent, or what is sent as JSON. @default an empty body */
  body?: unknown;
  /** @default https://scim.example.com/v2/Me */
  endpoint?: string;
  expected: { reason: ScimMeReason } & Partial<
    Pick<ScimMeError, "detail" | "scimType" | "requiredScope" | "retryAfterMs">
  >;
}
