import { getDisplayName, getScimMeState, type ScimMeError, useScimMe } from "../src/index.ts";
import type { ConsumerRequestOptions } from "../src/query/splitRequest.ts";
import "./ScimMeResult.css";

/** The options of the hook, each over the provider's. */
interface ScimMeResultProps extends ConsumerRequestOptions {}

/** Shows what `useScimMe` returns, with the state that the components make of it. */
export function ScimMeResult({ tokenProvider, ...options }: ScimMeResultProps) {
  const result = useScimMe(tokenProvider, options);
  const { data, error, fetchStatus, refetch, status } = result;

  return (
    <section className="result" aria-label="What useScimMe returns">
      <table>
        <tbody>
          <Row name="state" value={getScimMeState(result)} />
          <Row name="status" value={status} />
          <Row name="fetchStatus" value={fetchStatus} />
          <Row name="reason" value={error?.reason} />
          <Row name="hint" value={error ? hintOf(error) : undefined} />
          <Row name="name" value={data ? getDisplayName(data) : undefined} />
        </tbody>
      </table>
      <button type="button" onClick={() => void refetch()}>
        Refetch
      </button>
    </section>
  );
}

function Row({ name, value = "none" }: { name: string; value?: string | undefined }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value}</td>
    </tr>
  );
}

function hintOf({ requiredScope, retryAfterMs, status }: ScimMeError): string | undefined {
  if (requiredScope) return `needs ${requiredScope}`;
  if (retryAfterMs) return `wait ${retryAfterMs} ms`;
  return status ? `HTTP ${status}` : undefined;
}
