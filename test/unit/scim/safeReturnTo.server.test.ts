import { expect, test, vi } from "vitest";
import { safeReturnTo } from "../../../src/scim/safeReturnTo.js";

test("without a page only paths are safe", () => {
  expect(safeReturnTo("/profile?x=1#y")).toBe("/profile?x=1#y");
  expect(safeReturnTo("https://app.example.com/profile", "/home")).toBe("/home");
  expect(safeReturnTo("//app.example.com", "/home")).toBe("/home");
  expect(safeReturnTo("/.//app.example.com", "/home")).toBe("/home");
});

test.each(["null", "capacitor://localhost"])(
  "a page of the origin %s has safe paths too",
  (origin) => {
    vi.stubGlobal("location", { origin });
    expect(safeReturnTo("/profile")).toBe("/profile");
    expect(safeReturnTo(`${origin}/profile`)).toBe("/");
  },
);
