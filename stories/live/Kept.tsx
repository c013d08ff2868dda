import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getDisplayName, useScimMe } from "../../src/index.ts";
import { Head } from "../pages/Head.tsx";
import type { LiveSession } from "./LiveSession.ts";

/** What there is of a session, in words. */
export type Kept = Record<"The host’s session" | "The profile" | "The app’s own data", string>;

/** What there is now, beside an app's own query. */
export function useKept(session: LiveSession): Kept {
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

/** What there was before a sign-out, and what there is now. */
export function KeptTable({ before, now }: { before: Kept | undefined; now: Kept }) {
  return (
    <table>
      <Head names={["What", "Before the sign-out", "Now"]} />
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
