import type { LogEntry } from "./LiveNetwork.ts";

/** What was sent, in order. The token is not part of it. */
export function NetworkLog({ log, scenario }: { log: readonly LogEntry[]; scenario: string }) {
  return (
    <section className="live-panel" aria-label="Network log">
      <h3>
        Network log <span>{log.length === 1 ? "1 request" : `${log.length} requests`}</span>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard. */}
      <section className="live-scroll" tabIndex={0} aria-label="Requests">
        <table>
          <thead>
            <tr>
              {["#", "At", "Request", "Authorization", "Answer", "Took"].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {log.map(({ number, at, method, authorization, outcome = "…", took }) => (
              <tr key={number}>
                <td>{number}</td>
                <td>{(at / 1000).toFixed(1)} s</td>
                <td>{method} /Me</td>
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
    </section>
  );
}
