import * as v from "valibot";

const text = v.optional(v.string());
const values = v.optional(
  v.array(
    v.object({ value: v.string(), display: text, type: text, primary: v.optional(v.boolean()) }),
  ),
  [],
);
const texts = (...names) => Object.fromEntries(names.map((name) => [name, text]));

const user = v.object({
  schemas: v.array(v.string()),
  ...texts("id", "externalId", "userName", "displayName", "nickName", "profileUrl", "title"),
  ...texts("userType", "preferredLanguage", "locale", "timezone"),
  active: v.optional(v.boolean()),
  name: v.optional(v.object(texts("formatted", "familyName", "givenName", "middleName"))),
  ...{ emails: values, phoneNumbers: values, ims: values, photos: values, groups: values },
  ...{ entitlements: values, roles: values, x509Certificates: values },
  addresses: v.optional(
    v.array(v.object(texts("formatted", "streetAddress", "locality", "region", "country", "type"))),
    [],
  ),
  meta: v.optional(v.object(texts("resourceType", "created", "lastModified", "version"))),
});

export const check = (body) => v.parse(user, body);
