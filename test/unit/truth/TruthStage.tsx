import { type QueryClient, QueryClientProvider, type UseQueryResult } from "@tanstack/react-query";
import { type JSX, useEffect } from "react";
import {
  getScimMeState,
  ProfileCard,
  ProtectedRoute,
  type ScimMe,
  type ScimMeError,
  ScimMeProvider,
  type ScimMeProviderProps,
  SignOutButton,
  type UseUpdateScimMeResult,
  useScimMe,
  useUpdateScimMe,
} from "../../../src/index.js";

/** The address that is changed to in every scenario. */
export const newEmail = "barbara@example.net";

/** What the hooks returned last. */
export interface Returned {
  me: UseQueryResult<ScimMe, ScimMeError>;
  update: UseUpdateScimMeResult;
}

interface TruthStageProps {
  provider: ScimMeProviderProps;
  client: QueryClient;
  onReturned: (returned: Returned) => void;
  onSignedOut: () => void;
}

/** An app with everything that the truth table has a column for. */
export function TruthStage(props: TruthStageProps): JSX.Element {
  const { provider, client, onReturned, onSignedOut } = props;
  return (
    <QueryClientProvider client={client}>
      <ScimMeProvider {...provider} onSignIn={() => {}}>
        <Hooks onReturned={onReturned} />
        <ProfileCard />
        <ProtectedRoute onSignedOut={onSignedOut}>
          <h1>Your page</h1>
        </ProtectedRoute>
        <SignOutButton onSignOut={() => {}} />
      </ScimMeProvider>
    </QueryClientProvider>
  );
}

function Hooks({ onReturned }: Pick<TruthStageProps, "onReturned">): JSX.Element {
  const me = useScimMe();
  const update = useUpdateScimMe();
  useEffect(() => onReturned({ me, update }));
  return (
    <>
      <output>{getScimMeState(me)}</output>
      <button type="button" onClick={() => update.mutate({ emails: [{ value: newEmail }] })}>
        Change the email
      </button>
    </>
  );
}
