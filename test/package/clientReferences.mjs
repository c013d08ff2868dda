// What a bundler for server components does, in small: a module that begins with "use client" is
// not run, its exports are references to the client's.
import { register } from "node:module";

const hooks = `
  export async function load(url, context, nextLoad) {
    const loaded = await nextLoad(url, context);
    const code = String(loaded.source ?? "");
    if (!/^\\s*["']use client["']/.test(code)) return loaded;
    const [, list = ""] = /export \\{([^}]*)\\};?\\s*(\\/\\/.*)?$/.exec(code) ?? [];
    const names = list.split(",").map((name) => name.trim().split(" as ").at(-1)).filter(Boolean);
    const reference = '{ $$typeof: Symbol.for("react.client.reference") }';
    const source = names.map((name) => "export const " + name + " = " + reference + ";").join("");
    return { ...loaded, format: "module", source };
  }
`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
