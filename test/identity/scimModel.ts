import SCIMMY from "scimmy";
import type { ScimUser } from "./people.ts";

/** Where SCIMMY's handlers find people: by id, handed over with each call. */
export type UserStore = Map<string, ScimUser>;

const { User } = SCIMMY.Resources;
const { EnterpriseUser } = SCIMMY.Schemas;

/**
 * WSO2's own attributes, which clients of this server may read only. SCIMMY refuses the name, so
 * they are kept beside what it knows.
 */
export const WSO2 = "urn:scim:wso2:schema";

/** @throws SCIMMY's 404 */
export function found(users: UserStore, id: string | undefined): ScimUser {
  const user = users.get(id ?? "");
  if (user === undefined) throw new SCIMMY.Types.Error(404, "", "There is no such person.");
  return user;
}

/** The attributes that a client cannot write, and that SCIMMY leaves out of what it hands over. */
function readOnly(user: ScimUser): ScimUser {
  const kept = SCIMMY.Schemas.User.definition.attributes
    .filter((attribute) => attribute instanceof SCIMMY.Types.Attribute)
    .filter((attribute) => attribute.config.mutable === false)
    .map((attribute) => [attribute.name, user[attribute.name]]);
  return {
    ...Object.fromEntries(kept),
    id: user.id,
    userName: user.userName,
    meta: user.meta,
    [WSO2]: user[WSO2],
  };
}

// SCIMMY's declarations are global to the process: one model serves every stack, and the people
// come with the call.
SCIMMY.Resources.declare(User.extend(EnterpriseUser, false));
User.egress((resource, users: UserStore) => found(users, resource.id) as never);
User.ingress((resource, instance, users: UserStore) => {
  const stored = found(users, resource.id);
  const meta = {
    ...(stored.meta as object),
    lastModified: new Date().toISOString(),
  };
  const next = {
    ...readOnly(stored),
    ...JSON.parse(JSON.stringify(instance)),
    meta,
  };
  users.set(stored.id, next);
  return next;
});

export { User };
