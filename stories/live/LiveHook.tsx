import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import {
  getDisplayName,
  getScimMeState,
  ScimMeProvider,
  scimMeQueryKey,
  useScimMe,
  useSignOut,
} from "../../src/index.ts";
import { type ScimMeScenarioName, scimMeScenarios } from "../../src/mocks/index.ts";
import { LiveNetwork } from "./LiveNetwork.ts";
import { NetworkLog } from "./NetworkLog.tsx";
import { Actions, Panel } from "./Panel.tsx";
import { type Node, StateMachine } from "./StateMachine.tsx";
import { useHistory } from "./useHistory.ts";
import "./live.css";

interface LiveHookProps {
  scenario: ScimMeScenarioName;
  endpoint: string;
}

/** A hook at work: its states, what it returns, what it sends, and what can happen to it. */
export function LiveHook({ scenario, endpoint }: LiveHookProps) {
  const [network] = useState(() => new LiveNetwork(scenario));
  const { tokenProvider, fetch } = network;
  const isSignedOut = scimMeScenarios[scenario].provider === "none";
  return (
    <ScimMeProvider
      {...{ endpoint, fetch }}
      tokenProvider={isSignedOut ? () => undefined : tokenProvider}
    >
      <Laboratory network={network} scenario={scenario} />
    </ScimMeProvider>
  );
}

function Laboratory({ network, scenario }: { network: LiveNetwork; scenario: ScimMeScenarioName }) {
  const log = useSyncExternalStore(network.subscribe, network.snapshot);
  const client = useQueryClient();
  const me = useScimMe();
  const { signOut } = useSignOut({ onSignOut: () => undefined });
  const [more, setMore] = useState(0);
  const state = getScimMeState(me);
  const now: Node = state === "ready" && me.fetchStatus === "fetching" ? "refreshing" : state;
  const visited = useHistory(now);
  const actions = {
    Refetch: () => me.refetch(),
    Invalidate: () => client.invalidateQueries({ queryKey: scimMeQueryKey() }),
    "Rotate the token": () => network.rotate(),
    "Expire the token": () => network.expire(),
    [network.offline ? "Go online" : "Go offline"]: () => network.setOffline(!network.offline),
    "Mount three more consumers": () => setMore((count) => count + 3),
    "Sign out": signOut,
  };
  return (
    <div className="live">
      <Panel name="State">
        <StateMachine now={now} visited={visited} />
        <p role="status">
          <code>{now}</code>: status {me.status}, fetchStatus {me.fetchStatus}
          {me.error && `, reason ${me.error.reason}`}
          {me.data && `, ${getDisplayName(me.data)}`}.
        </p>
        <p>So far: {visited.join(", then ")}.</p>
      </Panel>
      <Panel name="Actions">
        <Actions actions={actions} />
        <p>{more + 1} of these consumers share one request.</p>
        {Array.from({ length: more }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are alike.
          <Consumer key={index} />
        ))}
      </Panel>
      <NetworkLog log={log} scenario={scenario} />
    </div>
  );
}

function Consumer(): ReactNode {
  const me = useScimMe();
  return <span className="live-consumer">{getScimMeState(me)}</span>;
}
