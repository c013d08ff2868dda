import { createHash } from "node:crypto";
import { asgardeo } from "@asgardeo/nextjs/server";

export const meEndpoint = `${process.env.NEXT_PUBLIC_ASGARDEO_BASE_URL}/scim2/Me`;

export interface ServerSession {
  /** For requests from this server only: never a prop of a client component. */
  accessToken: string;
  /** Tells two sessions apart in the browser's cache. */
  subject: string;
}

/** The session of the person whose request this is. */
export async function readSession(): Promise<ServerSession | undefined> {
  const client = await asgardeo();
  const sessionId = await client.getSessionId();
  if (!sessionId) return undefined;
  return {
    accessToken: await client.getAccessToken(sessionId),
    // The SDK finds people's tokens by their session's id, so the browser learns only a digest.
    subject: createHash("sha256").update(sessionId).digest("base64url"),
  };
}
