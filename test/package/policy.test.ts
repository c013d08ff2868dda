import { expect, inject, onTestFinished, test } from "vitest";
import { exampleMe } from "../../src/mocks/index.ts";
import { contextOptions, launchChromium } from "../browser/launchChromium.ts";
import { serveKit } from "./serveKit.ts";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' https:",
  "require-trusted-types-for 'script'",
].join("; ");

const photo = "https://photos.example.com/bjensen.png";

test("a strict Content-Security-Policy is enough for all of the kit, drawn on a server too", async () => {
  const me = { ...exampleMe, photos: [{ value: photo }] };
  const site = await serveKit({
    ...{ folder: inject("packed").folder, me, isRendered: true },
    headers: { "Content-Security-Policy": policy },
  });
  onTestFinished(() => site.close());
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const page = await browser.newPage(contextOptions);
  const logged: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "info") logged.push(message.text());
  });
  page.on("pageerror", (error) => logged.push(String(error)));
  const violations: string[] = [];
  await page.exposeFunction("violated", (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { violated } = window as unknown as { violated(text: string): void };
      violated(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.route(photo, (route) => route.fulfill({ contentType: "image/png", body: pixel }));
  await page.goto(site.origin);

  const card = page.locator("[data-scim=ProfileCard]");
  await page.locator("[data-loaded=true]").waitFor();
  expect(await card.innerText()).toContain("Barbara Jensen");
  expect(await card.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe("1px");
  await page.getByText("This page is not for your account").waitFor();
  await card.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("alert").waitFor();
  await card.getByRole("button", { name: "Edit profile" }).click();
  await page.getByRole("form").waitFor();
  expect({ violations, logged }).toEqual({ violations: [], logged: [] });
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  // The policy is in force.
  await expect.poll(() => violations).toEqual(["style-src-attr inline"]);
});

/** One transparent pixel. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
