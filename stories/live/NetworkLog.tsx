import { Head } from "../pages/Head.tsx";
import type { LogEntry } from "./LiveNetwork.ts";
import { Panel } from "./Panel.tsx";

/** What was sent, in order. The token is not part of it. */
export function NetworkLog({ log, scenario }: { log: readonly LogEntry[]; scenario: string }) {
  return (
    <Panel name="Network log" aside={log.length === 1 ? "1 request" : `${log.length} requests`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard. */}
      <section className="live-scroll" tabIndex={0} aria-label="Requests">
        <table>
          <Head names={["#", "At", "Request", "Authorization", "Answer", "Took"]} />
          <tbody>
            {log.map(({ number, at, request, authorization, outcome = "…", took }) => (
              <tr key={number}>
                <td>{number}</td>
                <td>{(at / 1000).toFixed(1)} s</td>
                <td>{request}</td>
                <td>{authorization}</td>
                <td>{outcome}</td>
                <td>{took === undefined ? "" : `${took} ms`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        The scenario is <code>{scenario}</code>.
      </p>
    </Panel>
  );
}
