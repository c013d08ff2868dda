import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { ProfileCard, parseScimMe, type ScimMe } from "../../../src/index.js";
import { groupsOf } from "./bodies.js";

/** A card of a person with as many groups, and how often one of them was looked at. */
function cardOf(count: number) {
  let reads = 0;
  const me = parseScimMe({ userName: "kim", groups: groupsOf(count) });
  const groups = new Proxy(me.groups, {
    get(target, property, receiver) {
      if (typeof property === "string" && /^\d+$/.test(property)) reads++;
      return Reflect.get(target, property, receiver);
    },
  });
  const profile: ScimMe = { ...me, groups };
  const { container } = render(<ProfileCard profile={profile} />);
  return { container, elements: container.querySelectorAll("*").length, reads };
}

test("5,000 groups are as many elements as 4, and no more of them are looked at", () => {
  const few = cardOf(4);
  const many = cardOf(5_000);
  expect(many.elements).toBe(few.elements);
  expect(many.reads).toBe(few.reads);
  expect(many.reads).toBeLessThanOrEqual(cardOf(3).reads + 1);
  // "and 4,997 more" is the one.
  expect(many.elements).toBe(cardOf(3).elements + 1);
});

test("5,000 groups are a few, and how many more", () => {
  const { container } = cardOf(5_000);
  expect(container.textContent?.match(/Group \d+/g)).toEqual(["Group 0", "Group 1", "Group 2"]);
  expect(container.querySelector("[data-part=more]")).toHaveTextContent("and 4,997 more");
});
