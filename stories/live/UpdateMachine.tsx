import { type Arrow, Machine, type Places } from "./Machine.tsx";

/** The way of a change. */
export type UpdateNode = "idle" | "pending" | "success" | "error";

const places: Places<UpdateNode> = {
  idle: [17, 27],
  pending: [60, 27],
  success: [103, 7],
  error: [103, 47],
};

const arrows: Arrow<UpdateNode>[] = [
  { from: ["idle"], to: ["pending"], line: [33, 27, 43, 27] },
  { from: ["pending"], to: ["success"], line: [76, 24, 90, 13] },
  { from: ["success"], to: ["pending"], line: [87, 7, 66, 21] },
  { from: ["pending"], to: ["error"], line: [76, 30, 90, 41] },
  { from: ["error"], to: ["pending"], line: [87, 47, 66, 33] },
  { from: ["success"], to: ["idle"], line: [87, 4, 24, 21] },
  { from: ["error"], to: ["idle"], line: [87, 50, 24, 33] },
];

/** The states of `useUpdateScimMe`; `reset` leads back to the first. */
export function UpdateMachine(props: { now: UpdateNode; visited: readonly UpdateNode[] }) {
  return <Machine {...{ places, arrows }} size={[120, 54]} {...props} />;
}
