import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { type PictureDifference, pictureReport } from "../../visual/pictureReport.ts";

const png = (text: string) => new TextEncoder().encode(text);

const changed: PictureDifference = {
  storyId: "components-profilecard--success",
  story: "Success",
  theme: "dark",
  message: "12 pixels differ.",
  pictures: { expected: png("before"), actual: png("now"), difference: png("apart") },
};

const unknown: PictureDifference = {
  storyId: "components-profilecard--new",
  story: "<b>New</b>",
  theme: "light",
  message: "No existing reference.",
  pictures: { actual: png("first") },
};

function open(...differences: PictureDifference[]): HTMLElement[] {
  document.body.innerHTML = pictureReport(differences);
  return screen.queryAllByRole("article");
}

test("a picture that differs stands beside what was expected and the difference", () => {
  const [article] = open(changed) as [HTMLElement];
  within(article).getByRole("heading", { name: "Success, dark" });
  within(article).getByText(/12 pixels differ/);
  const shown = [...article.querySelectorAll("img")].map(({ alt, src }) => [
    alt,
    atob(src.replace("data:image/png;base64,", "")),
  ]);
  expect(shown).toEqual([
    ["expected", "before"],
    ["actual", "now"],
    ["difference", "apart"],
  ]);
});

test("each story is one press away, in the theme in which it differs", () => {
  const [article] = open(changed) as [HTMLElement];
  const link = within(article).getByRole("link", { name: changed.storyId });
  const { searchParams } = new URL(link.getAttribute("href") ?? "");
  expect(searchParams.get("path")).toBe(`/story/${changed.storyId}`);
  expect(searchParams.get("globals")).toBe("theme:dark");
});

test("the page says how many there are, asks for nothing, and a name is text", () => {
  const [, article] = open(changed, unknown) as [HTMLElement, HTMLElement];
  screen.getByRole("heading", { name: "Pictures that differ: 2" });
  within(article).getByText("<b>New</b>, light");
  expect(within(article).queryByRole("img", { name: "expected" })).toBeNull();
  for (const image of document.images) expect(image.src).toMatch(/^data:/);
  expect(document.querySelector("link, script, style[src]")).toBeNull();
});
