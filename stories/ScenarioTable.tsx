import { type ScimMeScenario, scimMeScenarios } from "../src/mocks/index.ts";
import { Table } from "./Table.tsx";

/** The scenario catalogue as a table: what the server does, and what comes of it. */
export function ScenarioTable() {
  return (
    <Table
      head={["Scenario", "What happens", "HTTP", "Reason", "State"]}
      rows={Object.entries(scimMeScenarios).map(([name, scenario]) => [
        name,
        scenario.summary,
        httpOf(scenario),
        scenario.reason ?? (scenario.update?.reason ? `${scenario.update.reason} (PATCH)` : "—"),
        <code key="state">{scenario.state}</code>,
      ])}
    />
  );
}

const withoutAnswer = {
  answers: "",
  fails: "no connection",
  hangs: "no answer",
  unused: "nothing is sent",
} satisfies Record<ScimMeScenario["network"], string>;

function httpOf({ network, provider, status, update }: ScimMeScenario): string {
  if (status === null) return withoutAnswer[network];
  if (provider === "renews") return `401, then ${status}`;
  return update ? `${status}, PATCH ${update.status}` : String(status);
}
