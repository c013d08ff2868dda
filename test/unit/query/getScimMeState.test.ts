import { expect, test } from "vitest";
import {
  getScimMeState,
  ScimMeError,
  type ScimMeReason,
  type ScimMeState,
} from "../../../src/index.js";
import { buildMe } from "../../../src/testing/index.js";

const table: [reason: ScimMeReason, withoutData: ScimMeState, withData: ScimMeState][] = [
  ["missing-token", "missing-token", "missing-token"],
  ["unauthorized", "unauthorized", "unauthorized"],
  ["forbidden", "forbidden", "forbidden"],
  ["unsupported", "unsupported", "unsupported"],
  ["network", "unavailable", "ready"],
  ["timeout", "unavailable", "ready"],
  ["rate-limited", "unavailable", "ready"],
  ["unavailable", "unavailable", "ready"],
  ["malformed", "unavailable", "ready"],
  ["token-provider-failed", "unavailable", "ready"],
  ["configuration", "unavailable", "ready"],
  ["invalid", "unavailable", "ready"],
  ["conflict", "unavailable", "ready"],
];

test.each(table)("the reason %s is %s without data and %s with it", (reason, without, withData) => {
  const error = new ScimMeError(reason, "it failed.");
  expect(getScimMeState({ data: undefined, error, status: "error" })).toBe(without);
  expect(getScimMeState({ data: buildMe(), error, status: "error" })).toBe(withData);
});

test("a result without data or error is loading, one with data is ready", () => {
  expect(getScimMeState({ data: undefined, error: null, status: "pending" })).toBe("loading");
  expect(getScimMeState({ data: buildMe(), error: null, status: "success" })).toBe("ready");
});

test("what select made of the person may be null and is ready all the same", () => {
  expect(getScimMeState({ data: null, error: null, status: "success" })).toBe("ready");
});

test("an error that is not of this library is unavailable", () => {
  const error = new TypeError("select failed");
  expect(getScimMeState({ data: undefined, error, status: "error" })).toBe("unavailable");
});

test("what select did not find in the person is ready too", () => {
  expect(getScimMeState({ data: undefined, error: null, status: "success" })).toBe("ready");
});
