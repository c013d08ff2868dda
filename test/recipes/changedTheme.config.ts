import { join } from "node:path";
import { defineConfig, loadConfigFromFile, type Plugin } from "vite";
import { changeTheme } from "./changeTheme.ts";

const recipe = join(import.meta.dirname, "../../examples/visual-tests/vitest.config.ts");

const changedTheme: Plugin = {
  name: "changed-theme",
  enforce: "pre",
  transform: (code, id) => (id.endsWith("/theme.css") ? changeTheme(code) : null),
};

/** The recipe's own config, for an app whose theme somebody changed. */
export default defineConfig(async (env) => {
  const loaded = await loadConfigFromFile(env, recipe);
  return { ...loaded?.config, plugins: [changedTheme] };
});
