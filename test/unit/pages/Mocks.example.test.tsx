import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, test } from "vitest";
import { ProfileCard, ScimMeProvider } from "../../../src/index.js";
import { scenarioTokenProvider, scimMeHandlers } from "../../../src/mocks/index.js";
import { createTestQueryClient } from "../../../src/testing/index.js";

const endpoint = "https://scim.example.com/scim2/Me";
const server = setupServer(...scimMeHandlers({ endpoint }));
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers(...scimMeHandlers({ endpoint }))); // forgets what a test changed
afterAll(() => server.close());

test("a person without the permission is told which one is missing", async () => {
  render(
    <QueryClientProvider client={createTestQueryClient()}>
      <ScimMeProvider endpoint={endpoint} tokenProvider={scenarioTokenProvider("forbidden")}>
        <ProfileCard />
      </ScimMeProvider>
    </QueryClientProvider>,
  );
  await screen.findByText(/internal_login/);
});
