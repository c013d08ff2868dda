import { SignOutButton } from "../../src/index.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** A component with a playground. */
export type PlaygroundName = "ProfileCard" | "ProtectedRoute" | "SignOutButton";

/** What a control offers beyond plain values, and how it is written in code. */
type Choices = Readonly<Record<string, { value: unknown; code: string }>>;

const toSignIn = '({ returnTo }) => location.assign("/sign-in?to=" + encodeURIComponent(returnTo))';
const toSignOut = '() => location.assign("/sign-out")';

/** How functions are written: an app's own sign-in library stands behind them. */
export const handlers: Readonly<Record<string, string>> = {
  onSignIn: toSignIn,
  onSignedOut: toSignIn,
  onSignOut: toSignOut,
};

/** What need not be written, by prop. */
export const defaults: Readonly<Record<string, unknown>> = { size: "default", clear: "all" };

/** By prop. */
export const choices: Readonly<Record<string, Choices>> = {
  actions: {
    "a sign-out": {
      value: <SignOutButton onSignOut={() => {}} />,
      code: `<SignOutButton onSignOut={${toSignOut}} />`,
    },
  },
  allow: {
    "tour guides": {
      value: (me: { title?: string }) => me.title === "Tour Guide",
      code: '(me) => me.title === "Tour Guide"',
    },
    captains: {
      value: (me: { title?: string }) => me.title === "Captain",
      code: '(me) => me.title === "Captain"',
    },
  },
  render: {
    "a square button": {
      value: (props: object) => <button {...props} style={{ borderRadius: 0 }} />,
      code: "(props) => <button {...props} style={{ borderRadius: 0 }} />",
    },
  },
};

const text = { control: "text" } as const;
const radio = (...options: string[]) => ({ control: "inline-radio", options }) as const;

/** The controls of each. */
export const controls = {
  ProfileCard: {
    size: radio("default", "compact"),
    fields: {
      control: {
        type: "check",
        labels: {
          [`${enterprise}:department`]: "department",
          [`${enterprise}:manager`]: "manager",
        },
      },
      options: [
        ...["emails", "phoneNumbers", "addresses", "groups"],
        ...[`${enterprise}:department`, `${enterprise}:manager`],
      ],
    },
    editable: { control: "boolean" },
    actions: chosen("actions"),
  },
  ProtectedRoute: {
    children: text,
    allow: chosen("allow"),
    loading: text,
    signedOut: text,
    forbidden: text,
    unavailable: text,
  },
  SignOutButton: {
    children: text,
    clear: radio("all", "profile"),
    render: chosen("render"),
  },
} as const;

function chosen(prop: keyof typeof choices) {
  const offered = Object.entries(choices[prop] ?? {});
  return {
    control: "select",
    options: ["none", ...offered.map(([name]) => name)],
    mapping: {
      none: undefined,
      ...Object.fromEntries(offered.map(([n, { value }]) => [n, value])),
    },
  } as const;
}
