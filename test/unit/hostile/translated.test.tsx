import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { ProfileCard, ProtectedRoute, type ScimMeState } from "../../../src/index.js";
import { deferred, failure, person, recordFetch } from "../query/recordFetch.js";
import { renderApp } from "../query/renderApp.js";
import { ENTERPRISE } from "../scim/bodies.js";
import { translate } from "./translate.js";

beforeEach(() => sessionStorage.clear());

const scope = { "WWW-Authenticate": 'Bearer error="insufficient_scope", scope="internal_login"' };
const answers = {
  ready: () => person(),
  unauthorized: () => failure(401),
  forbidden: () => failure(403, scope),
  unsupported: () => failure(404),
  unavailable: () => failure(500),
} satisfies Partial<Record<ScimMeState, () => Response>>;
const states = Object.keys(answers) as (keyof typeof answers)[];

/** Every state after every other. */
const pairs = states.flatMap((from) => states.map((to) => [from, to] as const));

const roots = () => [...document.querySelectorAll("[data-scim]")];

async function inState(state: ScimMeState): Promise<void> {
  await waitFor(() => {
    for (const root of roots()) expect(root).toHaveAttribute("data-state", state);
  });
}

test.each(pairs)("a translated page goes from %s to %s", async (from, to) => {
  let answer: () => Response = answers[from];
  const { fetch } = recordFetch(() => answer());
  const children = (
    <>
      <ProfileCard />
      <ProtectedRoute>
        <p>the secret</p>
      </ProtectedRoute>
    </>
  );
  const { client } = renderApp({ tokenProvider: () => "token", fetch, children });
  translate();
  await inState(from);
  translate();
  answer = answers[to];
  await act(() => client.refetchQueries());
  // A person stays through a failure that passes by itself.
  await inState(from === "ready" && to === "unavailable" ? "ready" : to);
  expect(roots()).toHaveLength(2);
});

test("what a person has no longer goes from a translated card", async () => {
  const organization = { organization: "Example Air" };
  let sent = person({ title: "Guide", [ENTERPRISE]: organization });
  const { fetch } = recordFetch(() => sent);
  const { client } = renderApp({ tokenProvider: () => "token", fetch, children: <ProfileCard /> });
  await screen.findByText("Guide");
  translate();
  sent = person({ title: undefined, [ENTERPRISE]: organization });
  await act(() => client.refetchQueries());
  const subtitle = () => document.querySelector("[data-part=subtitle]")?.textContent;
  await expect.poll(subtitle).toBe("Example Air");
});

test.each([["bare text"], [() => "bare text"]])(
  "a slot of %s goes when it is translated",
  async (loading) => {
    const token = deferred<string>();
    const { fetch } = recordFetch();
    const children = (
      <>
        <ProfileCard loading={loading} />
        <ProtectedRoute loading={loading}>
          <p>the secret</p>
        </ProtectedRoute>
      </>
    );
    renderApp({ tokenProvider: () => token.promise, fetch, children });
    expect(screen.getAllByText("bare text")).toHaveLength(2);
    translate();
    await act(async () => token.resolve("token"));
    await inState("ready");
    expect(document.body).not.toHaveTextContent("bare text");
  },
);
