import { expect, inject, test } from "vitest";
import { measureBudgets, table } from "./budgets.ts";

const rows = await measureBudgets(inject("packed").folder);
console.log(table(rows));

test.each(rows)("$what is $bytes bytes of at most $ceiling", ({ bytes, ceiling }) => {
  expect(bytes).toBeLessThanOrEqual(ceiling);
});

test("what is not imported is not there", () => {
  const modules = (what: string) => rows.find((row) => row.what === what)?.modules ?? [];
  expect(modules("fetchScimMe").filter((module) => !module.startsWith("scim/"))).toEqual([]);
  const withHook = modules("useScimMe, ScimMeProvider");
  expect(withHook.filter((module) => /^(components|mocks|testing)\//.test(module))).toEqual([]);
  const everything = rows.flatMap((row) => row.modules);
  expect(everything.filter((module) => /^(mocks|testing|storybook)\//.test(module))).toEqual([]);
});
