import * as z from "zod/mini";

const text = z.optional(z.string());
const values = z._default(
  z.array(
    z.object({ value: z.string(), display: text, type: text, primary: z.optional(z.boolean()) }),
  ),
  [],
);
const texts = (...names) => Object.fromEntries(names.map((name) => [name, text]));

const user = z.object({
  schemas: z.array(z.string()),
  ...texts("id", "externalId", "userName", "displayName", "nickName", "profileUrl", "title"),
  ...texts("userType", "preferredLanguage", "locale", "timezone"),
  active: z.optional(z.boolean()),
  name: z.optional(z.object(texts("formatted", "familyName", "givenName", "middleName"))),
  ...{ emails: values, phoneNumbers: values, ims: values, photos: values, groups: values },
  ...{ entitlements: values, roles: values, x509Certificates: values },
  addresses: z._default(
    z.array(z.object(texts("formatted", "streetAddress", "locality", "region", "country", "type"))),
    [],
  ),
  meta: z.optional(z.object(texts("resourceType", "created", "lastModified", "version"))),
});

export const check = (body) => user.parse(body);
