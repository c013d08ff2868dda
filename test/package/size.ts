import { statSync } from "node:fs";
import { cure, measureBudgets, table } from "./budgets.ts";
import { pack } from "./pack.ts";

const { tarball, folder } = await pack();
const rows = await measureBudgets(folder);
console.log(table(rows));
console.log(`  The packed tarball is ${statSync(tarball).size} bytes.`);
const over = rows.filter(({ bytes, ceiling }) => bytes > ceiling);
for (const { what, bytes, ceiling } of over) {
  console.error(`✗ ${what} is ${bytes} bytes of at most ${ceiling}. ${cure}`);
}
process.exitCode = over.length > 0 ? 1 : 0;
