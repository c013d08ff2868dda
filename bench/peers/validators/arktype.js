import { type } from "arktype";

const values = [
  type({ value: "string", "display?": "string", "type?": "string", "primary?": "boolean" }).array(),
  "=",
  () => [],
];
const texts = (...names) => Object.fromEntries(names.map((name) => [`${name}?`, "string"]));

const user = type({
  schemas: "string[]",
  ...texts("id", "externalId", "userName", "displayName", "nickName", "profileUrl", "title"),
  ...texts("userType", "preferredLanguage", "locale", "timezone"),
  "active?": "boolean",
  "name?": texts("formatted", "familyName", "givenName", "middleName"),
  ...{ emails: values, phoneNumbers: values, ims: values, photos: values, groups: values },
  ...{ entitlements: values, roles: values, x509Certificates: values },
  addresses: [
    type(texts("formatted", "streetAddress", "locality", "region", "country", "type")).array(),
    "=",
    () => [],
  ],
  "meta?": texts("resourceType", "created", "lastModified", "version"),
});

export const check = (body) => user.assert(body);
