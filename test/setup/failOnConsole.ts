import { afterEach, beforeEach, expect, vi } from "vitest";

const watched = ["error", "warn"] as const;

// A test that expects output spies itself: `vi.spyOn(console, "error")` takes this one's place.
let output: string[] = [];

beforeEach(() => {
  output = [];
  for (const method of watched) {
    vi.spyOn(console, method).mockImplementation((...args) => {
      output.push(`console.${method}: ${args.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  for (const method of watched) vi.mocked(console[method]).mockRestore?.();
  expect(output, "Output that no test expects is a failure").toEqual([]);
});
