interface Attribute {
  name: string;
  type: string;
  multiValued: boolean;
  required: boolean;
  mutability: string;
  [detail: string]: unknown;
}

type Details = Partial<Attribute>;

function attribute(name: string, details: Details = {}): Attribute {
  const usual = { type: "string", multiValued: false, required: false, mutability: "readWrite" };
  return { name, ...usual, ...details };
}

function attributes(names: string, details: Details = {}): Attribute[] {
  return names.split(" ").map((name) => attribute(name, details));
}

function list(name: string, types: string[], details: Details = {}): Attribute {
  const subAttributes = [
    ...attributes("value display"),
    attribute("type", { canonicalValues: types }),
    attribute("primary", { type: "boolean" }),
  ];
  return attribute(name, { type: "complex", multiValued: true, subAttributes, ...details });
}

const readOnly = { mutability: "readOnly" };

/** What `/Schemas` says of the example person: what may be written, and what it is called. */
export const exampleSchemas: Readonly<Record<string, unknown>> = {
  schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
  totalResults: 3,
  Resources: [
    {
      id: "urn:ietf:params:scim:schemas:core:2.0:User",
      name: "User",
      attributes: [
        attribute("userName", { required: true, mutability: "immutable" }),
        attribute("name", {
          type: "complex",
          subAttributes: [
            ...attributes("formatted", readOnly),
            ...attributes("familyName givenName", { required: true }),
            ...attributes("middleName honorificPrefix honorificSuffix"),
          ],
        }),
        ...attributes("displayName nickName profileUrl title preferredLanguage locale timezone"),
        ...attributes("userType", readOnly),
        attribute("active", { type: "boolean", ...readOnly }),
        list("emails", ["work", "home", "other"]),
        list("phoneNumbers", ["mobile", "work", "home", "fax", "pager", "other"]),
        list("ims", ["xmpp", "other"]),
        list("photos", ["photo", "thumbnail"]),
        attribute("addresses", {
          type: "complex",
          multiValued: true,
          subAttributes: [
            ...attributes("formatted streetAddress locality region postalCode country"),
            attribute("type", { canonicalValues: ["work", "home", "other"] }),
          ],
        }),
        ...["groups", "roles", "entitlements"].map((name) => list(name, [], readOnly)),
      ],
    },
    {
      id: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
      name: "Enterprise User",
      attributes: attributes(
        "employeeNumber costCenter organization division department",
        readOnly,
      ),
    },
    {
      id: "urn:example:params:scim:schemas:extension:travel:2.0:User",
      name: "Travel",
      attributes: [
        attribute("badgeColor", {
          displayName: "Badge color",
          canonicalValues: ["blue", "green", "red"],
        }),
        attribute("tourLanguages", { displayName: "Tour languages", multiValued: true }),
        attribute("guideLicense", { displayName: "Guide license", ...readOnly }),
      ],
    },
  ],
};
