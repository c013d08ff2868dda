import { dirname } from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  // What the hosts share lies beside this folder.
  turbopack: { root: dirname(import.meta.dirname) },
};

export default config;
