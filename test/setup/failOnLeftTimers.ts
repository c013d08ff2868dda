import { afterEach, beforeEach, expect } from "vitest";
import { begin, takeLeft } from "./watchTimers.ts";

// Files share a process: what one leaves, another's clock would tick for.
beforeEach(({ task }) => begin(`${task.file.name} > ${task.name}`));

afterEach(() => {
  expect(takeLeft(), "Timers that go on after their test are a failure of that test").toEqual([]);
});
