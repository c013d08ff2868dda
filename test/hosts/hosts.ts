import type { Host } from "./Host.ts";

/** With the stylesheet, and nothing beside it. */
const kit = { borderRadius: "12px", padding: "20px" };
const react = ["react", "react-dom", "@tanstack/react-query"];
const vite: Pick<Host, "install" | "build"> = { install: "react-19", build: ["vite", "build"] };

const next: Omit<Host, "name"> = {
  ...{ app: "next", install: "next", with: ["next", ...react], looks: kit },
  ...{ build: ["next", "build"], start: ["next", "start"] },
};
const esbuild = ["esbuild", "main.tsx", "--bundle", "--splitting", "--format=esm", "--minify"];

export const hosts: Host[] = [
  {
    name: "esbuild, plain ES modules",
    ...{ app: "esbuild", install: "esbuild", with: ["esbuild", ...react], looks: kit },
    build: [...esbuild, "--jsx=automatic", "--outdir=dist"],
  },
  { name: "Vite, React 19", app: "vite", ...vite, with: ["vite", ...react], looks: kit },
  {
    name: "Vite, React 18.2",
    ...{
      app: "vite",
      install: "react-18",
      build: vite.build,
      with: ["vite", ...react],
      looks: kit,
    },
  },
  {
    name: "Vite, installed by pnpm",
    ...{ app: "vite", install: "pnpm", build: vite.build, with: ["vite", ...react], looks: kit },
  },
  {
    name: "Vite with CSS Modules",
    ...{ app: "vite-css-modules", ...vite, with: ["vite"], looks: { ...kit, borderRadius: "3px" } },
  },
  {
    name: "Vite with Tailwind CSS 4",
    ...{ app: "vite-tailwind", ...vite, with: ["vite", "tailwindcss"] },
    looks: { borderRadius: "0px", padding: "32px" },
  },
  {
    name: "Vite without the stylesheet",
    ...{ app: "vite-without-css", ...vite, with: ["vite"] },
    looks: { borderRadius: "0px", padding: "0px" },
  },
  {
    name: "Web component with a shadow root",
    ...{ app: "web-component", ...vite, with: ["vite"], looks: kit },
  },
  {
    name: "webpack 5",
    ...{ app: "webpack", install: "react-19", with: ["webpack", ...react], looks: kit },
    build: ["webpack", "--stats=errors-warnings"],
  },
  {
    name: "TanStack Router",
    ...{ app: "tanstack-router", ...vite, with: ["@tanstack/react-router", "vite"], looks: kit },
  },
  { name: "Next.js, App Router", ...next, path: "/app-router" },
  { name: "Next.js, Pages Router", ...next, path: "/pages-router" },
  {
    name: "React Router, framework mode",
    ...{ app: "react-router", install: "react-router", looks: kit },
    ...{ with: ["react-router", "vite", ...react], build: ["react-router", "build"] },
    start: ["react-router-serve", "build/server/index.js"],
  },
];
