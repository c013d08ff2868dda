import type { EditingMessages } from "./EditingMessages.js";
import type { ScimMeMessages } from "./ScimMeMessages.js";

/** The attributes that every catalogue has a word for. */
type AttributeName =
  | "userName"
  | "displayName"
  | "emails"
  | "phoneNumbers"
  | "addresses"
  | "groups"
  | "roles"
  | "department"
  | "manager"
  | "organization"
  | "profileUrl"
  | "employeeNumber"
  | "title"
  | "timezone";

type TypeName = "work" | "home" | "mobile" | "fax" | "pager" | "other";

/** The attributes that English names in the form alone. */
type EditedAttributeName =
  | "name.givenName"
  | "name.familyName"
  | "name.middleName"
  | "name.honorificPrefix"
  | "name.honorificSuffix"
  | "name.formatted"
  | "displayName"
  | "nickName"
  | "photos"
  | "preferredLanguage"
  | "locale"
  | "ims"
  | "userType"
  | "active"
  | "streetAddress"
  | "locality"
  | "region"
  | "postalCode"
  | "country"
  | "formatted"
  | "costCenter"
  | "division";

/**
 * A catalogue that lacks nothing: what English has a word for, it has one for too.
 *
 * @summary A catalogue that has every word that English has.
 * @example
 * export const nl: CompleteMessages = { tag: "nl", loading: "Uw profiel wordt geladen", … };
 */
export interface CompleteMessages extends ScimMeMessages {
  attributes: Record<AttributeName, string>;
  types: Record<TypeName, string>;
  editing: EditingMessages & { attributes: Record<EditedAttributeName, string> };
}
