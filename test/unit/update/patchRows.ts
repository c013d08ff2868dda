import { ENTERPRISE, TRAVEL, USER } from "../scim/bodies.js";

type Json = Record<string, unknown>;

/** What a server sends of a person, a change, and the operations that make it. */
export type Row = [title: string, person: Json, changes: object, ...operations: Json[]];

export const WSO2 = "urn:scim:wso2:schema";
const LOWER = ENTERPRISE.toLowerCase();

const set = (value: Json): Json => ({ op: "replace", value });
export const clear = (path: string): Json => ({ op: "remove", path });

export const name = { givenName: "Ana", familyName: "Silva", formatted: "Ana Silva" };
const work = { value: "ana@example.com", type: "work", primary: true };
export const home = { value: "ana@example.org", type: "home" };
export const role = {
  ...{ value: "r1", display: "Guide" },
  ...{ audienceType: "application", audienceValue: "a1" },
};

// biome-ignore format: a row is read in one line
export const singles: Row[] = [
  ["what is set goes into one replace", {}, { title: "Guide", locale: "pt" }, set({ title: "Guide", locale: "pt" })],
  ["what is cleared is a remove with its path", { title: "Guide" }, { title: null }, clear("title")],
  ["empty text clears", { title: "Guide" }, { title: "" }, clear("title")],
  ["sets come before clears", { title: "Guide" }, { title: null, locale: "pt" }, set({ locale: "pt" }), clear("title")],
  ["what is not named stays", { title: "Guide" }, { locale: "pt" }, set({ locale: "pt" })],
  ["undefined is not named", { title: "Guide" }, { title: undefined }],
  ["the same text is no change", { title: "Guide" }, { title: "Guide" }],
  ["clearing what is not there is no change", { title: "" }, { title: null, nickName: "", emails: [] }],
  ["a boolean that is sent as a word is the same", { active: "True" }, { active: true }],
  ["a boolean that differs is set as a boolean", { active: "true" }, { active: false }, set({ active: false })],
  ["names match without regard to case", { TITLE: "Guide" }, { Title: null, DISPLAYNAME: "Ana" }, set({ displayName: "Ana" }), clear("title")],
  ["an attribute under its full name is known", { [`${USER}:title`]: "Guide" }, { title: "Guide", locale: "pt" }, set({ locale: "pt" })],
  ["a vendor's attribute at the top level is set", { badge: 7 }, { badge: 8 }, set({ badge: 8 })],
  ["and cleared, under the server's spelling", { Badge: 7 }, { badge: null }, clear("Badge")],
];

// biome-ignore format: a row is read in one line
export const complex: Row[] = [
  ["a sub-attribute goes alone", { name }, { name: { givenName: "Eva" } }, set({ name: { givenName: "Eva" } })],
  ["and is cleared alone", { name }, { name: { formatted: null, givenName: "Eva" } }, set({ name: { givenName: "Eva" } }), clear("name.formatted")],
  ["the whole is cleared by its name", { name }, { name: null }, clear("name")],
  ["a name in a list is known", { name: [name] }, { name: { ...name, givenName: "Eva" } }, set({ name: { givenName: "Eva" } })],
  ["a vendor's sub-attribute is known", { name: { ...name, phonetic: "A" } }, { name: { phonetic: "A" } }],
  ["an empty object changes nothing", { name }, { name: {}, enterprise: {}, extensions: {} }],
];

// biome-ignore format: a row is read in one line
export const lists: Row[] = [
  ["a list goes whole", { emails: [work] }, { emails: [work, home] }, set({ emails: [work, home] })],
  ["as objects, also where the server sends text", { emails: ["a@example.com"] }, { emails: [{ value: "b@example.com" }] }, set({ emails: [{ value: "b@example.com" }] })],
  ["in a mix the bare text is the primary", { emails: ["a@example.com", home] }, { emails: [{ value: "a@example.com" }, home] }, set({ emails: [{ value: "a@example.com" }, home] })],
  ["the mix itself is no change", { emails: ["a@example.com", home] }, { emails: [{ value: "a@example.com", primary: true }, home] }],
  ["text alone is no change", { emails: "a@example.com" }, { emails: [{ value: "a@example.com" }] }],
  ["primary: false says nothing", { emails: [{ ...home, primary: false }] }, { emails: [home] }],
  ["another primary is a change", { emails: [work, home] }, { emails: [{ ...work, primary: false }, { ...home, primary: true }] }, set({ emails: [{ value: work.value, type: "work" }, { ...home, primary: true }] })],
  ["another order is a change", { emails: [work, home] }, { emails: [home, work] }, set({ emails: [home, work] })],
  ["null clears the list", { emails: [work] }, { emails: null }, clear("emails")],
  ["an empty list clears it", { emails: [work] }, { emails: [] }, clear("emails")],
  ["what a vendor said of a value stays with it", { roles: [role] }, { roles: [{ value: "r1", display: "Guide" }, { value: "r2" }] }, set({ roles: [role, { value: "r2" }] })],
  ["also where its type and its being preferred change", { roles: [role] }, { roles: [{ value: "r1", type: "main", primary: true }] }, set({ roles: [{ value: "r1", type: "main", primary: true, audienceType: "application", audienceValue: "a1" }] })],
  ["also of two values that are the same", { roles: [role, { ...role, audienceValue: "a2" }] }, { roles: [{ value: "r1", display: "Guide" }, { value: "r1", display: "Guide" }, { value: "r2" }] }, set({ roles: [role, { ...role, audienceValue: "a2" }, { value: "r2" }] })],
  ["an exact twin is not taken by its neighbour", { roles: [role, { value: "r1", display: "Chief", audienceValue: "a2" }] }, { roles: [{ value: "r1", display: "Chief" }] }, set({ roles: [{ value: "r1", display: "Chief", audienceValue: "a2" }] })],
  ["it can be changed and cleared", { roles: [role] }, { roles: [{ value: "r1", display: "Guide", AUDIENCEVALUE: "a2", audienceType: null }] }, set({ roles: [{ value: "r1", display: "Guide", audienceValue: "a2" }] })],
  ["a name of addresses is a vendor's elsewhere", { phoneNumbers: [{ value: "1", country: "PT" }] }, { phoneNumbers: [{ value: "1", type: "home" }] }, set({ phoneNumbers: [{ value: "1", type: "home", country: "PT" }] })],
  ["an address keeps what a vendor said of it", { addresses: [{ locality: "Porto", geo: "41,-8" }] }, { addresses: [{ locality: "Porto", type: "home" }] }, set({ addresses: [{ locality: "Porto", type: "home", geo: "41,-8" }] })],
  ["a vendor's list goes as it is given", { tags: ["a"] }, { tags: ["a", "b"] }, set({ tags: ["a", "b"] })],
];

// biome-ignore format: a row is read in one line
export const extensions: Row[] = [
  ["the Enterprise extension goes under its URN", {}, { enterprise: { department: "Tours" } }, set({ [ENTERPRISE]: { department: "Tours" } })],
  ["as the server spells it", { [LOWER]: { Division: "X" } }, { enterprise: { department: "Tours", division: null } }, set({ [LOWER]: { department: "Tours" } }), clear(`${LOWER}:division`)],
  ["a manager's id goes alone", { [ENTERPRISE]: { manager: { value: "1", displayName: "Jo", mail: "j" } } }, { enterprise: { manager: { value: "2" } } }, set({ [ENTERPRISE]: { manager: { value: "2" } } })],
  ["an attribute under its full name is known", { [`${ENTERPRISE}:department`]: "Tours" }, { enterprise: { department: null } }, clear(`${ENTERPRISE}:department`)],
  ["clearing an extension is clearing what it has", { [ENTERPRISE]: { department: "Tours", division: "X", costCenter: "" } }, { enterprise: null }, clear(`${ENTERPRISE}:department`), clear(`${ENTERPRISE}:division`)],
  ["a custom attribute goes alone", { [TRAVEL]: { seat: "aisle", miles: 7 } }, { extensions: { [TRAVEL.toUpperCase()]: { miles: 8 } } }, set({ [TRAVEL]: { miles: 8 } })],
  ["a nested one too", { [TRAVEL]: { shift: { begins: "7", gate: 4 } } }, { extensions: { [TRAVEL]: { shift: { gate: 5, begins: null } } } }, set({ [TRAVEL]: { shift: { gate: 5 } } }), clear(`${TRAVEL}:shift.begins`)],
  ["a custom extension is cleared", { [WSO2]: { country: "PT" } }, { extensions: { [WSO2]: null } }, clear(`${WSO2}:country`)],
  ["words, numbers and joined lists are what they say", { [WSO2]: { verified: "True", floor: "3", sites: "a,b" } }, { extensions: { [WSO2]: { verified: true, floor: 3, sites: ["a", "b"] } } }],
  ["the order of members says nothing", { [WSO2]: { sites: [{ a: 1, b: 2 }] } }, { extensions: { [WSO2]: { sites: [{ b: 2, a: 1 }] } } }],
];

// biome-ignore format: a row is read in one line
export const hostile: Row[] = [
  ["an attribute may be named constructor", {}, { extensions: { [WSO2]: { constructor: "x", toString: { valueOf: 1 } } } }, set({ [WSO2]: { constructor: "x", toString: { valueOf: 1 } } })],
  ["and is not there before it was set", {}, { extensions: { [WSO2]: { constructor: null, hasOwnProperty: null } } }],
  ["values are sent as they are", {}, { title: "<script>\u0000\u202e\ud800", nickName: "{{7*7}}" }, set({ title: "<script>\u0000\u202e\ud800", nickName: "{{7*7}}" })],
  ["an object without a text is not the same as any", { title: "x" }, { title: [{ toString: "" }] }, set({ title: [{ toString: "" }] })],
  ["a name that no path can hold is set in the value", {}, { extensions: { [WSO2]: { "a.b": 1 } } }, set({ [WSO2]: { "a.b": 1 } })],
];
