import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.ts";
import type { NodeLab } from "./pages/node.tsx";
import { peersFolder } from "./peers.ts";

const fileOf = (name: string) => JSON.stringify(join(peersFolder, "validators", `${name}.js`));

const folder = join(import.meta.dirname, "..", "artifacts", "bench");

type Request = { [Name in keyof NodeLab]: [Name, ...Parameters<NodeLab[Name]>] }[keyof NodeLab];

export interface NodeStage {
  ask(...request: Request): Promise<number>;
  close(): void;
}

/** Starts a Node of its own, for production, with the packed library and some validators in it. */
export async function startNodeLab(
  library: string,
  validators: readonly string[],
): Promise<NodeStage> {
  const entry = [
    `import ${JSON.stringify(join(import.meta.dirname, "pages", "node.tsx"))};`,
    ...validators.map((name, index) => `import { check as v${index} } from ${fileOf(name)};`),
    `globalThis.validators = { ${validators.map((name, index) => `"${name}": v${index}`)} };`,
  ];
  const { files } = await bundle(entry.join("\n"), { library, ssr: true });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "node.mjs");
  writeFileSync(file, files["entry.js"] ?? "");
  const child = fork(file, { env: { ...process.env, NODE_ENV: "production" } });
  // Nobody would answer any more.
  child.on("exit", (code) => code && process.exit(code));
  await once(child, "message");
  return {
    async ask(...request) {
      const answer = once(child, "message");
      child.send(request);
      return (await answer)[0] as number;
    },
    close: () => void child.kill(),
  };
}
