import { type JSX, useEffect, useState } from "react";
import { Details } from "../Details.tsx";
import { fetchMe, type GuideUser } from "../fetchMe.ts";
import type { Session } from "./auth.ts";

/** The guide's client page, whose session is what `useSession()` gives. */
export function ClientProfile({ session }: { session: Session | null }): JSX.Element {
  const [user, setUser] = useState<GuideUser>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the guide asks once, when it mounts.
  useEffect(() => {
    const token = session?.user.access_token;
    if (!token) return console.error("There is no access token.");
    // It has logged what went wrong.
    fetchMe(token).then(setUser, () => {});
  }, []);
  if (!session) return <h1>Please sign in first</h1>;
  return <Details user={user} />;
}
