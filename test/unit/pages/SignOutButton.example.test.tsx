import "@testing-library/jest-dom/vitest";
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ProfileCard, ScimMeProvider, SignOutButton } from "../../../src/index.js";
import { scimMeHandlers } from "../../../src/mocks/index.js";
import { createTestQueryClient, scenarioToken } from "../../../src/testing/index.js";

const endpoint = "https://scim.example.com/scim2/Me";
const server = setupServer(...scimMeHandlers({ endpoint }));
beforeAll(() => server.listen());
afterAll(() => server.close());

test("a sign-out that fails leaves the person signed in, and says so", async () => {
  const onSignOut = () => Promise.reject(new Error("The provider did not answer."));
  render(
    <QueryClientProvider client={createTestQueryClient()}>
      <ScimMeProvider endpoint={endpoint} tokenProvider={() => scenarioToken("success")}>
        <ProfileCard actions={<SignOutButton onSignOut={onSignOut} />} />
      </ScimMeProvider>
    </QueryClientProvider>,
  );
  const button = await screen.findByRole("button", { name: "Sign out" });
  button.click();
  expect(await screen.findByRole("alert")).toHaveTextContent("You are still signed in");
  expect(await screen.findByRole("group", { name: "Barbara Jensen" })).toBeVisible();
});
