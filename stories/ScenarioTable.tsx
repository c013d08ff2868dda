import { type ScimMeScenario, scimMeScenarios } from "../src/mocks/index.ts";

const network = {
  answers: "",
  fails: "no connection",
  hangs: "no answer",
  unused: "nothing is sent",
} satisfies Record<ScimMeScenario["network"], string>;

/** The scenario catalogue as a table: what the server does, and what comes of it. */
export function ScenarioTable() {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Scenario</th>
          <th scope="col">What happens</th>
          <th scope="col">HTTP</th>
          <th scope="col">Reason</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(scimMeScenarios).map(([name, scenario]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{scenario.summary}</td>
            <td>{scenario.status ?? network[scenario.network]}</td>
            <td>{scenario.reason ? <code>{scenario.reason}</code> : "—"}</td>
            <td>
              <code>{scenario.state}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
