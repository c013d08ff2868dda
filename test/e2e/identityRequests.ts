import { onTestFinished } from "vitest";
import type { Policy } from "../identity/openid.ts";
import type { LoggedRequest } from "../identity/requestLog.ts";
import type { Identity } from "../identity/startIdentity.ts";

export const toMe = ({ server, method }: LoggedRequest) => server === "scim" && method === "GET";
export const toToken = ({ path, method }: LoggedRequest) =>
  path.endsWith("/oauth2/token") && method === "POST";
export const toLogin = ({ path }: LoggedRequest) => path.includes("/interaction/");

/** The requests of one kind that a stack answers from now on, as `GET Me 200`. */
export function newRequests(
  { requests }: Identity,
  wanted: (request: LoggedRequest) => boolean,
): () => string[] {
  const from = requests.length;
  return () =>
    requests.slice(from).flatMap((request) => {
      const { method, path, status } = request;
      return wanted(request) ? [`${method} ${path.split("/").at(-1)} ${status}`] : [];
    });
}

/** Changes what a stack's next tokens are, for one test. */
export function changePolicy({ policy }: Identity, change: Partial<Policy>): void {
  const before = { ...policy };
  Object.assign(policy, change);
  onTestFinished(() => void Object.assign(policy, before));
}
