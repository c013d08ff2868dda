import type { JSX } from "react";
import { Details } from "../Details.tsx";
import { fetchMe } from "../fetchMe.ts";
import type { Session } from "./auth.ts";

/** The guide's server page, whose session is what `auth()` gives. */
export async function ServerProfile({ session }: { session: Session | null }) {
  const token = session?.user.access_token;
  if (!token) return null;
  return fetchMe(token).then(
    (user): JSX.Element => <Details user={user} />,
    () => <h1>The profile could not be read</h1>,
  );
}
