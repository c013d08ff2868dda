import "@testing-library/jest-dom/vitest";
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ProfileCard } from "../../../src/index.js";
import { scimMeHandlers } from "../../../src/mocks/index.js";
import { buildMe, createTestQueryClient, scenarioToken } from "../../../src/testing/index.js";

const endpoint = "https://scim.example.com/scim2/Me";
const server = setupServer(...scimMeHandlers({ endpoint }));
beforeAll(() => server.listen());
afterAll(() => server.close());

test("who lacks a permission can sign in with it", async () => {
  const onSignIn = vi.fn();
  render(
    <QueryClientProvider client={createTestQueryClient()}>
      <ProfileCard
        endpoint={endpoint}
        tokenProvider={(request) => scenarioToken("forbidden", request)}
        onSignIn={onSignIn}
      />
    </QueryClientProvider>,
  );
  const signIn = await screen.findByRole("button", { name: "Sign in with this permission" });
  signIn.click();
  const wanted = expect.objectContaining({ requiredScope: "internal_login" });
  expect(onSignIn).toHaveBeenCalledWith(wanted);
});

test("a person who is known already needs no server", () => {
  render(<ProfileCard profile={buildMe({ displayName: "Ana Okafor" })} />);
  expect(screen.getByRole("group", { name: "Ana Okafor" })).toBeVisible();
});
