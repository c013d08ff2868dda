import { scimMeReady } from "react-scim-me/storybook";
import { afterEach, expect } from "vitest";
import { page } from "vitest/browser";

afterEach(async () => {
  await scimMeReady();
  await expect(page.elementLocator(document.body)).toMatchScreenshot();
});
