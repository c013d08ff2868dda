import type { JSX } from "react";
import { Details } from "../Details.tsx";
import { fetchMe } from "../fetchMe.ts";

/** What `asgardeo()` gives; without a session its `getAccessToken` throws. */
export interface AsgardeoClient {
  getSessionId(): Promise<string | undefined>;
  getAccessToken(sessionId: string): Promise<string>;
}

/** The guide's server page. */
export async function ServerProfile({ client }: { client: AsgardeoClient }) {
  const sessionId = await client.getSessionId();
  const token = await client.getAccessToken(sessionId as string);
  if (!sessionId || !token) return null;
  return fetchMe(token).then(
    (user): JSX.Element => <Details user={user} />,
    () => <h1>The profile could not be read</h1>,
  );
}
