import { withoutTokens } from "../scim/withoutToken.js";
import { checks } from "./checks.js";
import type { DiagnoseScimMeOptions } from "./DiagnoseScimMeOptions.js";
import type { Evidence } from "./Evidence.js";
import { type Check, type Finding, skipped } from "./Finding.js";
import { gather } from "./gather.js";

/**
 * Finds out why a provider's `/Me` does not answer, or what is odd about the answer. It sends what
 * `fetchScimMe` would send, and, where a browser will not say why nothing came back, one request
 * without the token to learn whether anybody is there. The findings hold no token and no value of
 * the profile, and come in one order: what cannot be looked at after a failure is `skipped`.
 *
 * @summary Finds out why a provider's `/Me` does not answer.
 * @throws the signal's own reason when the caller aborts, and what a framework throws to redirect;
 * never for what a server does.
 *
 * @example
 * const findings = await diagnoseScimMe({
 *   endpoint: "https://api.asgardeo.io/t/acme/scim2/Me",
 *   tokenProvider: () => session.accessToken,
 * });
 * console.table(findings);
 */
export async function diagnoseScimMe(options: DiagnoseScimMeOptions): Promise<Finding[]> {
  const evidence = await gather(options);
  let failed: Check | undefined;
  return checks.map(({ check, look }) => {
    const { outcome, says, advice } = failed
      ? skipped(`Not looked at, because of what ${failed} says.`)
      : look(evidence);
    if (outcome === "failure") failed = check;
    const finding: Finding = { check, outcome, says: untelling(says, evidence) };
    if (advice) finding.advice = untelling(advice, evidence);
    return finding;
  });
}

/** The words of a server or of a URL may quote what was given in a token's place. */
function untelling(text: string, { given }: Evidence): string {
  const words = given.flatMap((value) => (typeof value === "string" ? value.split(/\s+/) : []));
  // No secret, and what is said of it names it.
  return withoutTokens(
    text,
    words.filter((word) => word !== "undefined"),
  );
}
