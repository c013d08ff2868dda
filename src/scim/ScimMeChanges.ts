import type { ScimEnterprise, ScimManager, ScimMe, ScimMeExtensions, ScimName } from "./ScimMe.js";

/** @summary Any part of an object, where `null` clears a member. */
export type Clearable<T> = { [Name in keyof T]?: T[Name] | null | undefined };

/** What a server assigns (RFC 7643 §3.1, §4.1.2), and what this library adds. */
type ReadOnly = "schemas" | "id" | "meta" | "groups" | "raw";
type Complex = "name" | "enterprise" | "extensions";

/**
 * A change to the signed-in person: the attributes to set, under their names in `ScimMe`. `null`
 * clears one, and a missing one stays. Lists are given whole; of `name`, `enterprise` and extensions
 * the members that change suffice.
 *
 * @summary What to set of a person, and what to clear with `null`.
 * @example
 * const changes: ScimMeChanges = { name: { givenName: "Ana" }, nickName: null };
 */
export interface ScimMeChanges extends Clearable<Omit<ScimMe, ReadOnly | Complex>> {
  name?: Clearable<ScimName> | null | undefined;
  /** Members of the Enterprise User extension (RFC 7643 §4.3). */
  enterprise?: ScimEnterpriseChanges | null | undefined;
  /** Members of other extensions, by schema URN. */
  extensions?:
    | {
        [Urn in keyof ScimMeExtensions]?:
          | (Clearable<NonNullable<ScimMeExtensions[Urn]>> & object)
          | null
          | undefined;
      }
    | undefined;
}

/** The extension but its manager; `Omit` would forget every name beside what a server adds. */
type EnterpriseValues = {
  [Name in keyof ScimEnterprise as Exclude<Name, "manager">]: ScimEnterprise[Name];
};

/** @summary A change to the Enterprise User extension. */
export interface ScimEnterpriseChanges extends Clearable<EnterpriseValues> {
  manager?: Clearable<ScimManager> | null | undefined;
}
