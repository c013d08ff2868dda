import { ENTERPRISE, USER } from "../../unit/scim/bodies.js";
import type { UserRow } from "../UserRow.js";

const server = "WSO2 Identity Server, Asgardeo";
const WSO2 = "urn:scim:wso2:schema";
const CUSTOM = "urn:scim:schemas:extension:custom:User";

export const wso2: UserRow[] = [
  {
    server,
    deviation: "emails as bare text, username in lower case with its user store",
    body: {
      schemas: [USER, ENTERPRISE],
      id: "5c1f",
      username: "DEFAULT/noor@example.com",
      name: { givenName: "Noor", familyName: "Haddad" },
      emails: ["noor@example.com"],
      meta: {
        created: "2026-01-02T03:04:05Z",
        location: "https://api.example.com/t/acme/scim2/Users/5c1f",
        resourceType: "User",
      },
    },
    expected: {
      schemas: [USER, ENTERPRISE],
      id: "5c1f",
      userName: "DEFAULT/noor@example.com",
      name: { givenName: "Noor", familyName: "Haddad" },
      emails: [{ value: "noor@example.com" }],
      meta: {
        created: "2026-01-02T03:04:05Z",
        location: "https://api.example.com/t/acme/scim2/Users/5c1f",
        resourceType: "User",
      },
    },
    name: "Noor Haddad",
  },
  {
    server,
    deviation: "emails of objects and bare text, the bare one the primary",
    body: {
      userName: "noor",
      emails: [{ type: "work", value: "work@example.com", primary: true }, "noor@example.com"],
    },
    expected: {
      userName: "noor",
      emails: [
        { type: "work", value: "work@example.com" },
        { value: "noor@example.com", primary: true },
      ],
    },
    name: "noor",
  },
  {
    server,
    deviation: "emails of objects without a type",
    body: { userName: "noor", emails: [{ value: "noor@example.com" }] },
    expected: { userName: "noor", emails: [{ value: "noor@example.com" }] },
    name: "noor",
  },
  {
    server,
    deviation: "a user store before the userName",
    body: { id: "5c1f", userName: "PRIMARY/noor" },
    expected: { id: "5c1f", userName: "PRIMARY/noor" },
    name: "noor",
  },
  {
    server,
    deviation: "a user store of the company's own before the userName",
    body: { id: "5c1f", userName: "WORKFORCE/noor.haddad@example.com" },
    expected: { id: "5c1f", userName: "WORKFORCE/noor.haddad@example.com" },
    name: "noor.haddad@example.com",
  },
  {
    server,
    deviation: "booleans as text, in an extension as received",
    body: {
      userName: "noor",
      active: "true",
      [WSO2]: { emailVerified: "true", accountLocked: "false" },
    },
    expected: {
      userName: "noor",
      active: true,
      extensions: { [WSO2]: { emailVerified: "true", accountLocked: "false" } },
    },
    name: "noor",
  },
  {
    server,
    deviation: "a multi-valued attribute as text with commas",
    body: { userName: "noor", roles: "Internal/everyone, Internal/editor", groups: "crew,pilots" },
    expected: {
      userName: "noor",
      roles: [{ value: "Internal/everyone" }, { value: "Internal/editor" }],
      groups: [{ value: "crew" }, { value: "pilots" }],
    },
    name: "noor",
  },
  {
    server,
    deviation: "dates without a zone",
    body: { userName: "noor", meta: { created: "2026-01-02T03:04:05", resourceType: "User" } },
    expected: { userName: "noor", meta: { created: "2026-01-02T03:04:05", resourceType: "User" } },
    name: "noor",
  },
  {
    server,
    deviation: "neither a name nor emails nor a date",
    body: { schemas: [USER], id: "5c1f", userName: "noor", meta: { resourceType: "User" } },
    expected: { schemas: [USER], id: "5c1f", userName: "noor", meta: { resourceType: "User" } },
    name: "noor",
  },
  {
    server,
    deviation: "schemas of one empty text",
    body: { schemas: [""], id: "5c1f", username: "noor", nickName: "Nori" },
    expected: { id: "5c1f", userName: "noor", nickName: "Nori" },
    name: "Nori",
  },
  {
    server,
    deviation: "roles of the type default",
    body: { userName: "noor", roles: [{ type: "default", value: "Internal/everyone" }] },
    expected: { userName: "noor", roles: [{ type: "default", value: "Internal/everyone" }] },
    name: "noor",
  },
  {
    server,
    deviation: "roles by reference, with an audience",
    body: {
      userName: "noor",
      roles: [
        {
          display: "everyone",
          value: "r-1",
          $ref: "https://api.example.com/t/acme/scim2/v2/Roles/r-1",
          audienceType: "organization",
          audienceValue: "o-1",
          audienceDisplay: "acme",
        },
      ],
    },
    expected: { userName: "noor", roles: [{ display: "everyone", value: "r-1" }] },
    name: "noor",
  },
  {
    server,
    deviation: "security internals, in its own extension and again under Enterprise",
    body: {
      userName: "noor",
      [WSO2]: { failedLoginAttempts: "0", preferredMFAOption: "totp", country: "IE" },
      [ENTERPRISE]: { failedLoginAttempts: "0", accountLocked: "false", department: "Crew" },
    },
    expected: {
      userName: "noor",
      enterprise: { failedLoginAttempts: "0", accountLocked: "false", department: "Crew" },
      extensions: {
        [WSO2]: { failedLoginAttempts: "0", preferredMFAOption: "totp", country: "IE" },
      },
    },
    name: "noor",
  },
  {
    server,
    deviation: "a custom extension of nested values",
    body: { userName: "noor", [CUSTOM]: { desk: { floor: 3, near: { window: true } } } },
    expected: {
      userName: "noor",
      extensions: { [CUSTOM]: { desk: { floor: 3, near: { window: true } } } },
    },
    name: "noor",
  },
  {
    server,
    deviation: "the old address, and the new one pending in an extension",
    body: {
      userName: "noor",
      emails: ["old@example.com"],
      [ENTERPRISE]: { pendingEmails: [{ value: "new@example.com" }] },
      [WSO2]: { pendingMobileNumber: "+353 1 555 0100" },
    },
    expected: {
      userName: "noor",
      emails: [{ value: "old@example.com" }],
      enterprise: { pendingEmails: [{ value: "new@example.com" }] },
      extensions: { [WSO2]: { pendingMobileNumber: "+353 1 555 0100" } },
    },
    name: "noor",
  },
  {
    server,
    deviation: "a manager's name where an id would be",
    body: { userName: "noor", [ENTERPRISE]: { manager: { value: "Ada Byrne" } } },
    expected: { userName: "noor", enterprise: { manager: { value: "Ada Byrne" } } },
    name: "noor",
  },
];
