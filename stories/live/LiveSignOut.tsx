import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useId, useState, useSyncExternalStore } from "react";
import {
  getScimMeState,
  ProfileCard,
  ScimMeProvider,
  useScimMe,
  useSignOut,
} from "../../src/index.ts";
import type { ScimMeScenarioName } from "../../src/mocks/index.ts";
import { createTestQueryClient } from "../../src/testing/index.ts";
import { type Kept, KeptTable, useKept } from "./Kept.tsx";
import { endings, LiveSession } from "./LiveSession.ts";
import { NetworkLog } from "./NetworkLog.tsx";
import { Actions, Choice, Panel } from "./Panel.tsx";
import { SignOutMachine, type SignOutNode } from "./SignOutMachine.tsx";
import { useHistory } from "./useHistory.ts";
import "./live.css";

interface LiveSignOutProps {
  scenario: ScimMeScenarioName;
  endpoint: string;
}

const clears = ["all", "profile"] as const;

/** A sign-out at work: its states, what it leaves behind, and what another tab sees of it. */
export function LiveSignOut({ scenario, endpoint }: LiveSignOutProps) {
  const [session] = useState(() => new LiveSession(scenario));
  const [otherTab] = useState(createTestQueryClient);
  // Tabs of this story alone hear each other: others may stand on the same page.
  const subject = useId();
  useSyncExternalStore(session.subscribe, session.snapshot);
  const tokenProvider: typeof session.token = (request) => session.token(request);
  return (
    <ScimMeProvider {...{ endpoint, subject, tokenProvider }} fetch={session.fetch}>
      <Laboratory session={session} scenario={scenario}>
        <QueryClientProvider client={otherTab}>
          <ScimMeProvider {...{ endpoint, subject, tokenProvider }}>
            <ProfileCard size="compact" />
          </ScimMeProvider>
        </QueryClientProvider>
      </Laboratory>
    </ScimMeProvider>
  );
}

interface LaboratoryProps {
  session: LiveSession;
  scenario: ScimMeScenarioName;
  children: ReactNode;
}

function Laboratory({ session, scenario, children }: LaboratoryProps) {
  const log = useSyncExternalStore(session.subscribe, session.snapshot);
  const [clear, setClear] = useState<(typeof clears)[number]>("all");
  const { signOut, isPending, error } = useSignOut({ onSignOut: session.end, clear });
  const me = useScimMe();
  const now = nodeOf(isPending, error, session.isActive);
  const visited = useHistory(now);
  const kept = useKept(session);
  const [before, setBefore] = useState<Kept>();
  const press = () => {
    setBefore(kept);
    return signOut();
  };
  return (
    <div className="live">
      <Panel name="State">
        <SignOutMachine now={now} visited={visited} />
        <p role="status">
          <code>{now}</code>: isPending {String(isPending)}, error {error?.message ?? "null"}. The
          hook useScimMe is {getScimMeState(me)}.
        </p>
        <p>So far: {visited.join(", then ")}.</p>
      </Panel>
      <Panel name="Actions">
        <Actions
          actions={{
            "Sign out": press,
            "Sign in again": () => session.begin(),
            Refetch: () => me.refetch(),
          }}
        />
        <Choice
          name="The provider"
          values={endings}
          value={session.ending}
          onChange={(ending) => session.decide(ending)}
        />
        <Choice name="clear" values={clears} value={clear} onChange={setClear} />
      </Panel>
      <Panel name="Before and after">
        <KeptTable before={before} now={kept} />
      </Panel>
      <Panel name="Another tab">{children}</Panel>
      <NetworkLog log={log} scenario={scenario} />
    </div>
  );
}

function nodeOf(isPending: boolean, error: Error | null, isActive: boolean): SignOutNode {
  if (isPending) return "signing-out";
  if (!isActive) return "signed-out";
  return error ? "failed" : "idle";
}
