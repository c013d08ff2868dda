import type { ScimMe } from "../src/index.ts";
import { buildMe } from "../src/testing/index.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

export const withoutPhoto: ScimMe = buildMe({ photos: null });

export const brokenPhoto: ScimMe = buildMe({ photos: [{ value: "data:image/png;base64,AAAA" }] });

export const longNames: ScimMe = buildMe({
  photos: null,
  displayName:
    "Maximiliane Konstantinopolitanische-Donaudampfschifffahrtsgesellschaft von und zu Beispielhausen",
  title: "Deputy Associate Director of Guided Tours, Exhibitions and Extraordinary Visitor Matters",
  emails: [
    {
      value:
        "maximiliane.konstantinopolitanische-donaudampfschifffahrt@guides.and.tours.example.com",
      type: "work",
    },
  ],
  groups: [{ value: "g-1", display: "EveryoneWhoEverGuidedATourInOneOfTheOlderBuildings" }],
  enterprise: {
    organization: "Example Studios International Holding and Administration Company",
    department: "DepartmentWithAVeryLongNameThatHasNoSpaceInItAtAll",
    manager: { displayName: "Bartholomäus Außerordentlich-Beispielhafter" },
  },
});

/** Nothing of this person takes a second line. */
export const shortNames: ScimMe = buildMe({
  photos: null,
  displayName: "Ana",
  title: "Guide",
  emails: [{ value: "a@example.com" }],
  phoneNumbers: [{ value: "+1 202" }],
  groups: [{ value: "g-1", display: "Guides" }],
  enterprise: { department: "Park", manager: { displayName: "Kim" } },
});

export const inTwos: ScimMe = buildMe({
  photos: null,
  emails: [{ value: "a@example.com" }, { value: "b@example.com" }],
  phoneNumbers: [{ value: "+1 202 555 0144" }, { value: "+1 202 555 0145" }],
});

export const longNumbers: ScimMe = buildMe({
  photos: null,
  phoneNumbers: [
    { value: "+49 (0)89 1234 5678 - 12345", type: "work" },
    { value: "tel:+1-201-555-0123;ext=1234567890123456789", type: "other" },
    { value: "+1 202 555 0144", display: "The reception of the main building, mornings only" },
  ],
});

export const rightToLeft: ScimMe = buildMe({
  photos: null,
  displayName: "ليلى حداد",
  name: { givenName: "ليلى", familyName: "حداد" },
  title: "مهندسة برمجيات",
  emails: [{ value: "leila@example.org", type: "work" }],
  phoneNumbers: [{ value: "+1 202 555 0167", type: "mobile" }],
  groups: [{ value: "g-1", display: "الموظفون" }],
  enterprise: { organization: "بيروت", department: "المنصة" },
});

export const inManyGroups: ScimMe = buildMe({
  groups: Array.from({ length: 5000 }, (_, index) => ({
    value: `g-${index}`,
    display: `Group ${index + 1}`,
  })),
});

/** What a person could write into their own profile, to be run, followed or believed by others. */
export const hostile: ScimMe = buildMe({
  displayName: "<img src=x onerror=alert(1)> \u202Enimda",
  title: "<b>Administrator</b>",
  profileUrl: "javascript:alert(1)",
  photos: [
    { value: "http://photos.example.net/beacon.png" },
    { value: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>" },
  ],
  emails: [{ value: "kim@example.com?cc=everyone@example.com", type: "work" }],
  phoneNumbers: [{ value: "tel:*%2306%23", type: "mobile" }],
  groups: [{ value: "g-1", display: "</dd></dl><script>alert(1)</script>" }],
  [enterprise]: { organization: "\u202EdlroW", department: "javascript:alert(1)" },
});

/** A part of a message catalogue, as another language has it. */
export const arabic = {
  tag: "ar",
  attributes: {
    emails: "البريد",
    phoneNumbers: "الهاتف",
    department: "القسم",
    groups: "المجموعات",
  },
  types: { work: "العمل", mobile: "الجوال" },
};
