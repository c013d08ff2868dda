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
  const body: object = raw ?? exampleMe;
  const given = {
    ...(enterprise === undefined ? {} : { [enterpriseUrn]: enterprise }),
    ...extensions,
    ...attributes,
  };
  // In whatever case the body spells them; of an extension its attributes under full names too.
  const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const urns = [
    ...(enterprise === undefined ? [] : [enterpriseUrn]),
    ...(extensions === undefined ? [] : Object.keys(parseScimMe(body).extensions)),
  ].map((urn) => `${urn.toLowerCase()}:`);
  const isReplaced = (name: string) =>
    names.has(name) || urns.some((urn) => `${name}:`.startsWith(urn));
  const kept = Object.entries(body).filter(([name]) => !isReplaced(name.toLowerCase()));
  return parseScimMe({ ...Object.fromEntries(kept), ...given });
}
