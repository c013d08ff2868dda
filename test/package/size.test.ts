import { expect, inject, test } from "vitest";
import { cure, measureBudgets, table } from "./budgets.ts";
import { measureWithEsbuild } from "./measure.ts";

const { folder } = inject("packed");
const rows = await measureBudgets(folder);
console.log(table(rows));

test.each(rows)("$what is $bytes bytes of at most $ceiling", ({ bytes, ceiling }) => {
  expect(bytes, cure).toBeLessThanOrEqual(ceiling);
});

test("what is not imported is not there", () => {
  const modules = (what: string) => rows.find((row) => row.what === what)?.modules ?? [];
  expect(modules("fetchScimMe").filter((module) => !module.startsWith("scim/"))).toEqual([]);
  const withHook = modules("useScimMe, ScimMeProvider");
  expect(withHook.filter((module) => /^(components|mocks|testing)\//.test(module))).toEqual([]);
  const everything = rows.flatMap((row) => row.modules);
  expect(everything.filter((module) => /^(mocks|testing|storybook)\//.test(module))).toEqual([]);
});

test.each([
  "fetchScimMe",
  "useScimMe, ScimMeProvider",
  "useScimMe, ProtectedRoute, SignOutButton, ProfileCard",
])("%s costs no more where the form's chunk is cut by esbuild", async (names) => {
  const bytes = await measureWithEsbuild(folder, `export { ${names} } from "react-scim-me";`);
  // It writes the same code a little longer.
  const most = (rows.find(({ what }) => what === names)?.bytes ?? 0) * 1.12;
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(most);
});
