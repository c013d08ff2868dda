import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // This folder is the whole app, although a package stands around it.
  turbopack: { root: import.meta.dirname },
};

export default config;
