import { exampleMe } from "./exampleMe.js";
import { examplePhoto } from "./examplePhoto.js";

/** Every attribute of RFC 7643 §4.1 and §4.3, and an extension that no standard names. */
export const fullMe: Readonly<Record<string, unknown>> = {
  ...exampleMe,
  schemas: [
    "urn:ietf:params:scim:schemas:core:2.0:User",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
    "urn:example:params:scim:schemas:extension:travel:2.0:User",
  ],
  externalId: "hr-40417",
  name: {
    formatted: "Dr. Barbara Jane Jensen III",
    honorificPrefix: "Dr.",
    givenName: "Barbara",
    middleName: "Jane",
    familyName: "Jensen",
    honorificSuffix: "III",
  },
  nickName: "Babs",
  profileUrl: "https://people.example.com/bjensen",
  userType: "Employee",
  preferredLanguage: "en-US, de;q=0.8",
  emails: [
    { value: "bjensen@example.com", type: "work", primary: true },
    { value: "babs@example.org", type: "home" },
  ],
  phoneNumbers: [
    { value: "tel:+1-202-555-0144", type: "mobile", primary: true },
    { value: "+1 202 555 0190", type: "work" },
    { value: "+1 202 555 0191", type: "fax" },
  ],
  ims: [{ value: "babs.jensen", type: "xmpp" }],
  photos: [
    { value: examplePhoto, type: "photo", primary: true },
    { value: examplePhoto, type: "thumbnail" },
  ],
  addresses: [
    {
      formatted: "100 Example Plaza\nExampleton, CA 91608\nUSA",
      streetAddress: "100 Example Plaza",
      locality: "Exampleton",
      region: "CA",
      postalCode: "91608",
      country: "US",
      type: "work",
      primary: true,
    },
    { streetAddress: "456 Sample Street", locality: "Exampleton", country: "US", type: "home" },
  ],
  entitlements: [{ value: "ticket-desk", display: "Ticket desk", type: "app" }],
  roles: [{ value: "guide", display: "Guide", primary: true }, { value: "trainer" }],
  x509Certificates: [{ value: "bm90IGEgY2VydGlmaWNhdGUsIGFuIGV4YW1wbGU=", display: "Badge" }],
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
    employeeNumber: "40417",
    costCenter: "4130",
    organization: "Example Studios",
    division: "Theme Park",
    department: "Tour Operations",
    manager: {
      value: "3f0d8a52-91c7-4e0b-8a64-c2d9e7b15f08",
      $ref: "../Users/3f0d8a52-91c7-4e0b-8a64-c2d9e7b15f08",
      displayName: "John Smith",
    },
  },
  "urn:example:params:scim:schemas:extension:travel:2.0:User": {
    badgeColor: "green",
    guideLicense: "TG-2291",
    tourLanguages: ["English", "German", "Danish"],
    emergencyTraining: true,
    shift: { begins: "07:30", gate: 4 },
  },
  meta: {
    resourceType: "User",
    created: "2025-03-04T09:15:00Z",
    lastModified: "2026-01-12T16:40:00Z",
    location: "https://scim.example.com/scim2/Users/7b6c1f0e-52d4-4c43-9a1d-0f5a8c3e9b21",
    version: 'W/"4"',
  },
};
