/** How the SCIM server takes a change; tests switch it between two requests. */
export interface ScimPolicy {
  /** Gives versions (RFC 7644 §3.14), and lets pages read and name them. @default none */
  entityTags?: "strong" | "weak";
  /** Answers 428 to a change that names no version (RFC 6585 §3). */
  demandsIfMatch?: boolean;
  /** Keeps a new address back until it is confirmed, as WSO2 does. */
  verifiesEmails?: boolean;
  /** Changes nothing: 403, as for people of another provider, or 400 for the attribute. */
  refuses?: "forbidden" | "mutability";
  /**
   * What comes after a change that was made: `cut` is the beginning of an answer, `dropped` a
   * connection that ends before it, after which browsers send the change again by themselves.
   * @default the whole person
   */
  answers?: "no content" | "cut" | "dropped" | "never";
}
