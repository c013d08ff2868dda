/** Every door, as an app's own code uses it. Compiled, never run. */
import { QueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import {
  fetchScimMe,
  getAttribute,
  ProfileCard,
  ProtectedRoute,
  type ScimMe,
  type ScimMeError,
  ScimMeProvider,
  SignOutButton,
  scimMeQueryOptions,
  type TokenProvider,
  useScimMe,
  useUpdateScimMe,
  withProtectedRoute,
} from "react-scim-me";
import { diagnoseScimMe } from "react-scim-me/diagnose";
import { de } from "react-scim-me/locales/de";
import { type ScimMeScenarioName, scimMeHandlers } from "react-scim-me/msw";
import { createScimMeHandlers, withTokenExchange } from "react-scim-me/server";
import { ScimMeStory, withScimMe } from "react-scim-me/storybook";
import { buildMe, createTestQueryClient, expectNoTokenInCache } from "react-scim-me/testing";

declare module "react-scim-me" {
  interface ScimMeExtensions {
    "urn:example:badge": { colour: "red" | "green" };
  }
}

const endpoint = "https://api.example.com/scim2/Me";
const tokenProvider: TokenProvider = async ({ reason }) => (reason === "initial" ? "abc" : null);

const colour = (me: ScimMe): "red" | "green" | undefined =>
  me.extensions["urn:example:badge"]?.colour;

function Account() {
  const card = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const email = useScimMe(tokenProvider, { endpoint, select: ({ emails }) => emails[0]?.value });
  const { mutate } = useUpdateScimMe();
  const error: ScimMeError | null = email.error;
  return (
    <ProfileCard
      ref={card}
      id="me"
      fields={["emails", "urn:example:badge:colour"]}
      unavailable={({ retry }) => (
        <button type="button" onClick={retry}>
          {error?.reason}
        </button>
      )}
      actions={
        <SignOutButton
          ref={button}
          onSignOut={() => mutate({ displayName: null, emails: [{ value: "a@example.com" }] })}
        />
      }
    />
  );
}

export function useColours() {
  const { mutate } = useUpdateScimMe();
  mutate({ extensions: { "urn:example:badge": { colour: "red" }, "urn:other": { floor: 3 } } });
  mutate({ extensions: { "urn:example:badge": { colour: null }, "urn:other": null } });
  // @ts-expect-error there are no blue badges
  mutate({ extensions: { "urn:example:badge": { colour: "blue" } } });
  // @ts-expect-error nor does a badge have a color
  mutate({ extensions: { "urn:example:badge": { color: "red" } } });
}

const Guarded = withProtectedRoute(Account, { allow: (me) => colour(me) === "green" });

export const page = (
  <ScimMeProvider endpoint={endpoint} tokenProvider={tokenProvider} messages={de}>
    <ProtectedRoute onSignedOut={({ returnTo }) => location.assign(returnTo)}>
      <Guarded />
    </ProtectedRoute>
  </ScimMeProvider>
);

export async function read(): Promise<string | undefined> {
  const me = await fetchScimMe({ endpoint, tokenProvider });
  const cached: ScimMe = await new QueryClient().fetchQuery(
    scimMeQueryOptions({ endpoint, tokenProvider, subject: me.id }),
  );
  const findings = await diagnoseScimMe({ endpoint, tokenProvider });
  const department: unknown = getAttribute(cached, "enterprise.department");
  return findings[0]?.advice ?? `${department}`;
}

export const { GET, PATCH } = createScimMeHandlers({
  endpoint,
  tokenProvider: withTokenExchange(({ request }) => request.headers.get("cookie"), {
    tokenEndpoint: "https://login.example.com/token",
    clientId: "web",
  }),
});

const scenario: ScimMeScenarioName = "forbidden";
export const handlers = scimMeHandlers({ endpoint, scenario, me: { ...buildMe().raw } });
export const story = <ScimMeStory scenario={scenario} queryClient={createTestQueryClient()} />;
export const decorators = [withScimMe];
expectNoTokenInCache(createTestQueryClient(), "abc");
