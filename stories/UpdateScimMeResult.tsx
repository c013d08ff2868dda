import { useScimMe, useUpdateScimMe } from "../src/index.ts";
import type { ConsumerRequestOptions } from "../src/query/splitRequest.ts";
import type { ChangeSettings } from "../src/scim/changeMe.ts";
import "./ScimMeResult.css";

/** How to reach `/Me` and how to write, each over the provider's. */
interface UpdateScimMeResultProps extends ConsumerRequestOptions, ChangeSettings {}

/** Shows what `useUpdateScimMe` returns, beside the title that `useScimMe` has meanwhile. */
export function UpdateScimMeResult({ tokenProvider, ...options }: UpdateScimMeResultProps) {
  const { data: me } = useScimMe(tokenProvider, options);
  const { data, error, mutate, reset, status, variables } = useUpdateScimMe(tokenProvider, options);

  return (
    <section className="result" aria-label="What useUpdateScimMe returns">
      <table>
        <tbody>
          <Row name="status" value={status} />
          <Row name="reason" value={error?.reason} />
          <Row name="attribute" value={error?.attribute} />
          <Row name="wanted" value={variables?.title} />
          <Row name="answered" value={data?.title} />
          <Row name="title now" value={me?.title} />
        </tbody>
      </table>
      <button type="button" onClick={() => mutate({ title: "Captain" })}>
        Make me captain
      </button>{" "}
      <button type="button" onClick={reset}>
        Reset
      </button>
    </section>
  );
}

function Row({ name, value = "none" }: { name: string; value?: string | null | undefined }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value}</td>
    </tr>
  );
}
