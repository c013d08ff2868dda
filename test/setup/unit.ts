import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// A second is not long on a machine that does other things too.
configure({ asyncUtilTimeout: 15_000 });

// `// @vitest-environment node` tests have no page to clean.
afterEach(() => {
  if (typeof document === "undefined") return;
  cleanup();
  document.body.replaceChildren();
});
