import { letThrough } from "../../.storybook/realRequests.ts";
import { diagnoseScimMe, type Finding } from "../../src/diagnose/index.ts";
import { fetchScimMe, getPhotoUrl, type ScimMe } from "../../src/index.ts";

/** What a real provider answered, and what is to be said of it. */
export interface Connection {
  findings: Finding[];
  /** The person, where the answer is one. */
  me: ScimMe | undefined;
}

/** Asks a real `/Me` once, and reads its one answer twice: for what is odd, and for who it is. */
export async function connect(
  endpoint: string,
  token: string,
  signal: AbortSignal,
): Promise<Connection> {
  const request = { endpoint, tokenProvider: () => token, signal };
  const answers: Response[] = [];
  const findings = await diagnoseScimMe({
    ...request,
    fetch: async (url, init) => {
      letThrough(String(url));
      const response = await fetch(url, init);
      if (init?.mode !== "no-cors") answers.push(response.clone());
      return response;
    },
  });
  const [answer] = answers;
  if (!answer) return { findings, me: undefined };
  const read = fetchScimMe({ ...request, fetch: async () => answer });
  // Why there is nobody is among the findings.
  const me = await read.catch(() => undefined);
  const photo = me && getPhotoUrl(me);
  if (photo) letThrough(photo);
  return { findings, me };
}
