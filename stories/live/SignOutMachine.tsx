import { type Arrow, Machine, type Places } from "./Machine.tsx";

/** The way of a sign-out. */
export type SignOutNode = "idle" | "signing-out" | "signed-out" | "failed";

const places: Places<SignOutNode> = {
  idle: [17, 7],
  "signing-out": [60, 27],
  "signed-out": [103, 27],
  failed: [17, 47],
};

const arrows: Arrow<SignOutNode>[] = [
  { from: ["idle"], to: ["signing-out"], line: [30, 12, 44, 21] },
  { from: ["signing-out"], to: ["signed-out"], line: [76, 27, 86, 27] },
  { from: ["signing-out"], to: ["failed"], line: [44, 31, 29, 41] },
  { from: ["failed"], to: ["signing-out"], line: [33, 46, 55, 33] },
  { from: ["signed-out"], to: ["idle"], line: [96, 22, 34, 7] },
];

/** The states of `useSignOut`; a new sign-in leads back to the first. */
export function SignOutMachine(props: { now: SignOutNode; visited: readonly SignOutNode[] }) {
  return <Machine {...{ places, arrows }} size={[120, 54]} {...props} />;
}
