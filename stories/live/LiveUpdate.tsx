import { useState, useSyncExternalStore } from "react";
import {
  ProfileCard,
  type ScimMeChanges,
  ScimMeProvider,
  useScimMe,
  useUpdateScimMe,
} from "../../src/index.ts";
import type { ScimMeScenarioName } from "../../src/mocks/index.ts";
import { LiveNetwork } from "./LiveNetwork.ts";
import { NetworkLog } from "./NetworkLog.tsx";
import { Actions, Choice, Panel } from "./Panel.tsx";
import { UpdateMachine } from "./UpdateMachine.tsx";
import { useHistory } from "./useHistory.ts";
import "./live.css";

interface LiveUpdateProps {
  scenario: ScimMeScenarioName;
  endpoint: string;
}

const answers = ["success", "update-rejected", "update-conflict", "email-pending"] as const;

/** Changes at work: what is hoped for, what is sent, and what is true afterwards. */
export function LiveUpdate({ scenario, endpoint }: LiveUpdateProps) {
  const [network] = useState(() => new LiveNetwork(scenario));
  const { tokenProvider, fetch } = network;
  return (
    <ScimMeProvider {...{ endpoint, tokenProvider, fetch }}>
      <Laboratory network={network} />
    </ScimMeProvider>
  );
}

function Laboratory({ network }: { network: LiveNetwork }) {
  const log = useSyncExternalStore(network.subscribe, network.snapshot);
  const { data: me } = useScimMe();
  const { data, error, mutate, reset, status, variables } = useUpdateScimMe();
  const visited = useHistory(status);
  const change = (changes: ScimMeChanges) => () => mutate(changes);
  return (
    <div className="live">
      <Panel name="State">
        <UpdateMachine now={status} visited={visited} />
        <p role="status">
          <code>{status}</code>: {error ? `reason ${error.reason}` : "no error"}
          {error?.attribute && `, attribute ${error.attribute}`}.
        </p>
        <p>So far: {visited.join(", then ")}.</p>
      </Panel>
      <Panel name="Actions">
        <Actions
          actions={{
            "Become captain": change({ title: "Captain" }),
            "Have no title": change({ title: null }),
            "Take another email": change({ emails: [{ value: "barbara@example.net" }] }),
            Reset: reset,
            [network.offline ? "Go online" : "Go offline"]: () =>
              network.setOffline(!network.offline),
          }}
        />
        <Choice
          name="The server plays"
          values={answers}
          value={answers.find((name) => name === network.scenario) ?? "success"}
          onChange={(scenario) => network.play(scenario)}
        />
        <p>
          Wanted: {variables ? JSON.stringify(variables) : "nothing yet"}. Answered:{" "}
          {data ? `${data.title ?? "no title"}, ${data.emails[0]?.value}` : "nothing yet"}. The hook
          useScimMe has: {me ? `${me.title ?? "no title"}, ${me.emails[0]?.value}` : "nobody"}.
        </p>
      </Panel>
      <Panel name="What people see">
        <ProfileCard fields={["title", "emails"]} />
      </Panel>
      <NetworkLog log={log} scenario={network.scenario} />
    </div>
  );
}
