import { join } from "node:path";
import { defineConfig, loadConfigFromFile, type Plugin } from "vite";
import { changeTheme } from "./changeTheme.ts";

const recipe = join(import.meta.dirname, "../../examples/visual-tests/vitest.config.ts");

// There in both runs: Vite would prepare the dependencies anew for other plugins.
const theme: Plugin = {
  name: "theme",
  enforce: "pre",
  transform(code, id) {
    const isChanged = process.env.THEME === "changed" && id.endsWith("/theme.css");
    return isChanged ? changeTheme(code) : null;
  },
};

/** The recipe's own config; with `THEME=changed` for an app whose theme somebody changed. */
export default defineConfig(async (env) => {
  const loaded = await loadConfigFromFile(env, recipe);
  return { ...loaded?.config, plugins: [theme] };
});
