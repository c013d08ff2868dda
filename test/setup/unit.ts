import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import "./failOnConsole.ts";

// `// @vitest-environment node` tests have no page to clean.
afterEach(() => {
  if (typeof document !== "undefined") cleanup();
});
