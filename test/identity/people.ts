/** A seeded person: how they sign in, and the SCIM User that is stored for them. */
export interface Person {
  login: string;
  password: string;
  /** Why this person is in the seed, in a few words. */
  about: string;
  user: ScimUser;
}

/** A stored SCIM User (RFC 7643 §4.1); `id` is also the `sub` of the person's tokens. */
export interface ScimUser {
  id: string;
  userName: string;
  [attribute: string]: unknown;
}

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const CREATED = {
  created: "2025-03-01T09:00:00Z",
  lastModified: "2025-11-03T16:30:00Z",
};

function person(number: number, login: string, about: string, user: object): Person {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
  const meta = { resourceType: "User", ...CREATED };
  const userName = `${login}@example.com`;
  return {
    login,
    password: `${login}-demo`,
    about,
    user: { userName, active: true, ...user, id, meta },
  };
}

function groups(count: number): object[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(4, "0");
    return {
      value: `group-${number}`,
      display: `Team ${number}`,
      type: "direct",
    };
  });
}

function work(login: string): { emails: object[] } {
  return {
    emails: [{ value: `${login}@example.com`, type: "work", primary: true }],
  };
}

/** Fresh copies of everyone the stack knows, so that no change outlives it. */
export function seedPeople(): Person[] {
  return [
    person(1, "sam", "an ordinary profile", {
      ...work("sam"),
      displayName: "Sam Rivers",
      name: { givenName: "Sam", familyName: "Rivers", formatted: "Sam Rivers" },
      title: "Product Designer",
      preferredLanguage: "en-US",
      timezone: "America/Los_Angeles",
      phoneNumbers: [{ value: "+1 555 0100", type: "work" }],
      addresses: [{ locality: "Springfield", country: "US", type: "work" }],
      groups: [{ value: "group-design", display: "Design", type: "direct" }],
      roles: [{ value: "editor", display: "Editor" }],
      [ENTERPRISE]: {
        organization: "Example Org",
        department: "Design",
        employeeNumber: "1001",
      },
      "urn:scim:wso2:schema": { country: "US" },
    }),
    person(2, "lee", "a second ordinary profile", {
      ...work("lee"),
      displayName: "Lee Stone",
      name: { givenName: "Lee", familyName: "Stone" },
      title: "Engineer",
      groups: [{ value: "group-engineering", display: "Engineering", type: "direct" }],
      [ENTERPRISE]: { organization: "Example Org", department: "Engineering" },
    }),
    person(3, "long", "long names and values", {
      ...work("a.very.long.address.that.has.to.wrap.somewhere.without.any.space"),
      displayName: "Maximiliana Theodora Wilhelmina von Hohenstaufen-Bergmannstal the Younger",
      name: {
        givenName: "Maximiliana Theodora",
        familyName: "von Hohenstaufen-Bergmannstal",
      },
      title: "Principal Coordinator for Interdepartmental Communication and Documentation",
      [ENTERPRISE]: {
        organization: "Donaudampfschifffahrtsgesellschaft",
        department: "Schedules",
      },
    }),
    person(4, "noor", "a right-to-left name", {
      ...work("noor"),
      displayName: "نور الهادي",
      name: { givenName: "نور", familyName: "الهادي" },
      title: "مهندسة برمجيات",
      preferredLanguage: "ar",
    }),
    person(5, "robin", "40 groups", {
      ...work("robin"),
      displayName: "Robin Field",
      groups: groups(40),
    }),
    person(6, "casey", "5,000 groups", {
      ...work("casey"),
      displayName: "Casey Brook",
      groups: groups(5000),
    }),
    person(7, "noa", "no email", {
      userName: "noa",
      displayName: "Noa Hill",
      name: { givenName: "Noa", familyName: "Hill" },
    }),
  ];
}
