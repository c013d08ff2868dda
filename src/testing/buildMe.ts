import { parseScimMe, type ScimMe } from "../index.js";
import { exampleMe } from "../mocks/exampleMe.js";

const enterpriseUrn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/**
 * @summary What {@link buildMe} changes: attributes of the model or of the body; `null` leaves one
 * out.
 */
export type BuildMeOverrides = {
  [Attribute in keyof Omit<ScimMe, "raw">]?: ScimMe[Attribute] | null | undefined;
} & Record<string, unknown>;

/**
 * Builds the model of a signed-in person as `parseScimMe` gives it: the example person of the
 * mocks, or the model that is spread into the overrides, with whole attributes replaced.
 *
 * @summary A person for tests, as `parseScimMe` gives it.
 * @throws {ScimMeError} `malformed` where the overrides leave no person.
 * @example
 * const ana = buildMe({ displayName: "Ana Okafor", photos: null });
 */
export function buildMe(overrides: BuildMeOverrides = {}): ScimMe {
  const { enterprise, extensions, raw, ...attributes } = overrides;
  return parseScimMe({
    ...((raw as object | undefined) ?? exampleMe),
    ...(enterprise === undefined ? {} : { [enterpriseUrn]: enterprise }),
    ...extensions,
    ...attributes,
  });
}
