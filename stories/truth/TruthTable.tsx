import { type ScimMeScenarioName, scimMeScenarios } from "../../src/mocks/index.ts";
import { Head } from "../pages/Head.tsx";
import { Scroll } from "../pages/Scroll.tsx";
import { StoryLink } from "../pages/StoryLink.tsx";
import { meanings } from "../StateTable.tsx";
import type { Shown, Truth } from "./Truth.ts";
import table from "./truth.json";
import "./truth.css";

const truths = Object.entries(table) as [ScimMeScenarioName, Truth][];

const head = [
  "Scenario",
  "On the wire",
  "useScimMe",
  "<ProfileCard>",
  "<ProtectedRoute>",
  "useUpdateScimMe",
  "<SignOutButton>",
];

/** What came of every scenario of the catalogue, from the wire to what people read. */
export function TruthTable() {
  return (
    <Scroll label="The truth table">
      <table className="truth">
        <caption>What comes of every scenario, from the wire to what people read</caption>
        <Head names={head} />
        <tbody>
          {truths.map(([name, truth]) => (
            <Row key={name} {...{ name, truth }} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ name, truth }: { name: ScimMeScenarioName; truth: Truth }) {
  const { http, settledAfter, hook, card, guard, update, signOut } = truth;
  return (
    <tr>
      <th scope="row">
        <StoryLink id="hooks-usescimme-live--live" globals={{ scenario: name }}>
          {name}
        </StoryLink>
        <p>{scimMeScenarios[name].summary}</p>
      </th>
      <td>
        <Wire http={http} />
        {settledAfter !== "0 s" && <p>It takes {settledAfter}.</p>}
      </td>
      <td>
        <State name={hook.state} />
        <p>{meanings[hook.state]}</p>
        <p>
          <Result {...hook} />
          {hook.retries > 0 && `, tried again ${hook.retries} times`}.
        </p>
      </td>
      <td>
        <View {...card} />
      </td>
      <td>
        <View {...guard} title={guard.state === "ready" ? "Its children" : guard.title} text="" />
        {guard.redirects > 0 && (
          <p>
            Calls <code>onSignedOut</code>.
          </p>
        )}
      </td>
      <td>
        <Wire http={update.http} />
        <p>
          <Result {...update} />.{" "}
          {update.taken ? "The new email is there." : "The email is what it was."}
        </p>
        {update.says && <p>The card says: {update.says}</p>}
      </td>
      <td>
        <Wire http={signOut.http} />
        <p>
          Then <State name={signOut.state} />
        </p>
      </td>
    </tr>
  );
}

/** A line for each request; of what is alike there is one, counted. */
function Wire({ http }: { http: string }) {
  return http.split(", ").map((request) => <div key={request}>{request}</div>);
}

function State({ name }: { name: string }) {
  return (
    <span className="truth-state" data-state={name}>
      {name}
    </span>
  );
}

function Result({ status, reason }: { status: string; reason: string }) {
  return reason === "none" ? status : `${status}, reason ${reason}`;
}

function View({ state, title, text, action }: Shown) {
  return (
    <>
      <State name={state} />
      <p>
        <strong>{title}</strong> {text}
      </p>
      {action && <span className="truth-action">{action}</span>}
    </>
  );
}
