import { QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState, useSyncExternalStore } from "react";
import {
  getDisplayName,
  getScimMeState,
  ProfileCard,
  ScimMeProvider,
  useScimMe,
  useSignOut,
} from "../../src/index.ts";
import type { ScimMeScenarioName } from "../../src/mocks/index.ts";
import { createTestQueryClient } from "../../src/testing/index.ts";
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
  children: React.ReactNode;
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
        <Comparison before={before} now={kept} />
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

/** What there is of a session, in words. */
type Kept = Record<"The host’s session" | "The profile" | "The app’s own data", string>;

function useKept(session: LiveSession): Kept {
  const { data } = useScimMe();
  const queryKey = ["orders"];
  const orders = useQuery({
    queryKey,
    queryFn: () => ["1001", "1002", "1003"],
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isThere = useQueryClient().getQueryData(queryKey) === orders.data;
  return {
    "The host’s session": session.isActive ? "active" : "ended",
    "The profile": data ? getDisplayName(data) : "not in the cache",
    "The app’s own data":
      orders.data && isThere ? `${orders.data.length} orders` : "not in the cache",
  };
}

function Comparison({ before, now }: { before: Kept | undefined; now: Kept }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Before the sign-out</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {(Object.keys(now) as (keyof Kept)[]).map((name) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{before?.[name] ?? "…"}</td>
            <td>{now[name]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
