import { statSync } from "node:fs";
import { measureBudgets, table } from "./budgets.ts";
import { pack } from "./pack.ts";

const { tarball, folder } = await pack();
const rows = await measureBudgets(folder);
console.log(table(rows));
console.log(`  The packed tarball is ${statSync(tarball).size} bytes.`);
process.exitCode = rows.some(({ bytes, ceiling }) => bytes > ceiling) ? 1 : 0;
