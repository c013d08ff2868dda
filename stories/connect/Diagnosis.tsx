import type { Finding } from "../../src/diagnose/index.ts";

const words: Record<Finding["outcome"], string> = {
  ok: "OK",
  warning: "Look",
  failure: "Failed",
  skipped: "Skipped",
};

interface DiagnosisProps {
  findings: readonly Finding[];
  isAsking: boolean;
}

/** What was found, in the order in which it was looked at. */
export function Diagnosis({ findings, isAsking }: DiagnosisProps) {
  const looked = findings.filter(({ outcome }) => outcome !== "skipped");
  const skipped = findings.filter(({ outcome }) => outcome === "skipped");
  return (
    <>
      <p role="status">{isAsking ? "Asking the provider…" : summary(findings)}</p>
      {findings.length > 0 && (
        <ol className="connect-findings" aria-label="Findings">
          {looked.map(({ check, outcome, says, advice }) => (
            <li key={check} data-outcome={outcome}>
              <strong>{words[outcome]}</strong>
              <code>{check}</code>
              <p>
                {says}
                {advice && <span className="connect-advice"> {advice}</span>}
              </p>
            </li>
          ))}
          {skipped.length > 0 && (
            <li data-outcome="skipped">
              <strong>{words.skipped}</strong>
              <p className="connect-skipped">{skipped.map(({ check }) => check).join(", ")}</p>
            </li>
          )}
        </ol>
      )}
    </>
  );
}

function summary(findings: readonly Finding[]): string {
  if (findings.length === 0) return "";
  const failed = findings.find(({ outcome }) => outcome === "failure");
  if (failed) return `The profile cannot be read: look at ${failed.check}.`;
  const odd = findings.filter(({ outcome }) => outcome === "warning").length;
  return `The profile can be read${odd ? `, and ${odd} of ${findings.length} checks deserve a look` : ""}.`;
}
