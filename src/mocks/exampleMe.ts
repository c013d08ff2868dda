import { examplePhoto } from "./examplePhoto.js";

/**
 * The person of most scenarios: an ordinary employee with a photo and a few groups.
 *
 * @summary The body of `/Me` in most scenarios.
 */
export const exampleMe: Readonly<Record<string, unknown>> = {
  schemas: [
    "urn:ietf:params:scim:schemas:core:2.0:User",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
  ],
  id: "7b6c1f0e-52d4-4c43-9a1d-0f5a8c3e9b21",
  userName: "bjensen@example.com",
  name: { formatted: "Barbara Jensen", givenName: "Barbara", familyName: "Jensen" },
  displayName: "Barbara Jensen",
  title: "Tour Guide",
  locale: "en-US",
  timezone: "America/Los_Angeles",
  active: true,
  emails: [{ value: "bjensen@example.com", type: "work", primary: true }],
  phoneNumbers: [{ value: "+1 202 555 0144", type: "mobile" }],
  photos: [{ value: examplePhoto, type: "thumbnail" }],
  groups: [
    { value: "g-101", display: "Tour Guides" },
    { value: "g-102", display: "Employees" },
    { value: "g-103", display: "First Aiders" },
    { value: "g-104", display: "Early Shift" },
    { value: "g-105", display: "Newsletter" },
  ],
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
    employeeNumber: "40417",
    organization: "Example Studios",
    department: "Theme Park",
    manager: { value: "3f0d8a52-91c7-4e0b-8a64-c2d9e7b15f08", displayName: "John Smith" },
  },
  meta: {
    resourceType: "User",
    created: "2025-03-04T09:15:00Z",
    lastModified: "2026-01-12T16:40:00Z",
    version: 'W/"4"',
  },
};
