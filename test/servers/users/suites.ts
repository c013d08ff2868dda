import { ENTERPRISE, USER } from "../../unit/scim/bodies.js";
import type { UserRow } from "../UserRow.js";

const IDCS = "urn:ietf:params:scim:schemas:oracle:idcs:extension:user:User";
const VENDOR = "urn:example:vendor:schemas:1.0:User";

/** The identity suites of large vendors. */
export const suites: UserRow[] = [
  {
    server: "Oracle Unified Directory",
    deviation: "the name is a list",
    body: { id: "d-1", name: [{ givenName: "Ines", familyName: "Prado" }] },
    expected: { id: "d-1", name: { givenName: "Ines", familyName: "Prado" } },
    name: "Ines Prado",
  },
  {
    server: "Oracle Unified Directory",
    deviation: "userName is a list of objects",
    body: { id: "d-1", userName: [{ value: "iprado" }] },
    expected: { id: "d-1", userName: "iprado" },
    name: "iprado",
  },
  {
    server: "Oracle Identity Domains",
    deviation: "a version of bare hexadecimal digits",
    body: { userName: "ines", meta: { resourceType: "User", version: "0fd2a1" } },
    expected: { userName: "ines", meta: { resourceType: "User", version: "0fd2a1" } },
    name: "ines",
  },
  {
    server: "Oracle Identity Domains",
    deviation: "the vendor's attributes at top level",
    body: {
      userName: "ines",
      idcsCreatedBy: { type: "App", display: "sync", value: "a-1" },
      tenancyOcid: "t-1",
      [IDCS]: { isFederatedUser: false, status: "verified" },
    },
    expected: {
      userName: "ines",
      extensions: { [IDCS]: { isFederatedUser: false, status: "verified" } },
    },
    name: "ines",
  },
  {
    server: "SAP Concur",
    deviation: "version zero as a number",
    body: { userName: "ines", meta: { version: 0 } },
    expected: { userName: "ines", meta: { version: "0" } },
    name: "ines",
  },
  {
    server: "SAP Concur",
    deviation: "dates eleven hours east",
    body: { userName: "ines", meta: { created: "2026-01-02T03:04:05.678+11:00" } },
    expected: { userName: "ines", meta: { created: "2026-01-02T03:04:05.678+11:00" } },
    name: "ines",
  },
  {
    server: "SAP Concur",
    deviation: "null and empty lists at once",
    body: {
      userName: "ines",
      title: null,
      emails: null,
      addresses: [],
      groups: [null],
      timezone: null,
      [ENTERPRISE]: { department: null, manager: null },
    },
    expected: { userName: "ines" },
    name: "ines",
  },
  {
    server: "SAP Concur",
    deviation: "an empty formatted name, and parts of a name that the RFC lacks",
    body: {
      userName: "ines@example.com",
      name: {
        formatted: "",
        givenName: "Ines",
        familyName: "Prado",
        legalName: "I. Prado",
        hasNoMiddleName: true,
      },
      emails: [{ value: "ines@example.com", verified: true, notifications: false }],
    },
    expected: {
      userName: "ines@example.com",
      name: { givenName: "Ines", familyName: "Prado" },
      emails: [{ value: "ines@example.com" }],
    },
    name: "Ines Prado",
  },
  {
    server: "SailPoint",
    deviation: "primary as text",
    body: {
      userName: "ines",
      emails: [
        { value: "a@example.com", primary: "false" },
        { value: "b@example.com", primary: "true" },
      ],
    },
    expected: {
      userName: "ines",
      emails: [
        { value: "a@example.com", primary: false },
        { value: "b@example.com", primary: true },
      ],
    },
    name: "ines",
  },
  {
    server: "SailPoint",
    deviation: "an empty manager",
    body: { schemas: [USER, ENTERPRISE], userName: "ines", [ENTERPRISE]: { manager: {} } },
    expected: { schemas: [USER, ENTERPRISE], userName: "ines" },
    name: "ines",
  },
  {
    server: "VMware",
    deviation: "the vendor's URN first in schemas",
    body: { schemas: [VENDOR, USER], displayName: "Ines Prado", [VENDOR]: { isManager: false } },
    expected: {
      schemas: [VENDOR, USER],
      displayName: "Ines Prado",
      extensions: { [VENDOR]: { isManager: false } },
    },
    name: "Ines Prado",
  },
  {
    server: "Entra",
    deviation: "True and False as text",
    body: {
      userName: "ines@example.com",
      active: "False",
      emails: [{ value: "ines@example.com", primary: "True" }],
    },
    expected: {
      userName: "ines@example.com",
      active: false,
      emails: [{ value: "ines@example.com", primary: true }],
    },
    name: "ines@example.com",
  },
  {
    server: "Entra",
    deviation: "an extension in schemas without its object",
    body: { schemas: [USER, ENTERPRISE], userName: "ines" },
    expected: { schemas: [USER, ENTERPRISE], userName: "ines" },
    name: "ines",
  },
  {
    server: "Entra",
    deviation: "a relative location",
    body: { userName: "ines", meta: { location: "Users/7f3a" } },
    expected: { userName: "ines", meta: { location: "Users/7f3a" } },
    name: "ines",
  },
  {
    server: "Okta",
    deviation: "JSON as text/json, with an empty middle name",
    type: "text/json;charset=UTF-8",
    body: { userName: "ines", name: { givenName: "Ines", middleName: "", familyName: "Prado" } },
    expected: { userName: "ines", name: { givenName: "Ines", familyName: "Prado" } },
    name: "Ines Prado",
  },
  {
    server: "Okta",
    deviation: "JSON as text/html",
    type: "text/html; charset=utf-8",
    body: { userName: "ines", groups: [] },
    expected: { userName: "ines" },
    name: "ines",
  },
  {
    server: "Keycloak",
    deviation: "JSON as application/json",
    type: "application/json;charset=UTF-8",
    body: { userName: "ines" },
    expected: { userName: "ines" },
    name: "ines",
  },
];
