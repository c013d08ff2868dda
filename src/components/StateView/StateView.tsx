"use client";
import { type JSX, type ReactNode, useContext } from "react";
import type { StateMessages } from "../../locales/ScimMeMessages.js";
import { ScimMeContext } from "../../query/ScimMeContext.js";
import type { ScimMeError } from "../../scim/ScimMeError.js";
import type { SettledMe } from "../useSettledMe.js";
import type { StateSlot } from "./StateSlot.js";
import { viewsEn } from "./viewsEn.js";

type Words = typeof viewsEn;

/** The states that are told in words. */
export type ViewName = {
  [K in keyof Words]: Words[K] extends { title: string } ? K : never;
}[keyof Words];

/** The props of {@link StateView}. */
export interface StateViewProps extends Pick<SettledMe, "error" | "busy" | "retry"> {
  state: ViewName | "loading";
  /** The host's own view, where there is one. */
  slot: StateSlot | undefined;
  /** Starts a sign-in; without it there is no button for one. */
  signIn: ((error: ScimMeError | null) => void) | undefined;
  /** What stands for a person who is not known yet. Default: words. */
  skeleton?: ReactNode;
}

const SHIELD = "M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6ZM9 12h6";
const ICONS: Partial<Record<ViewName, string>> = {
  // A person, a lock, and for all others a cloud.
  "missing-token": "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8c0-3 3-5 7-5s7 2 7 5",
  unauthorized: "M6 11h12v9H6Zm2 0V8a4 4 0 0 1 8 0v3",
  forbidden: SHIELD,
  "not-allowed": SHIELD,
  unavailable: "M7 18a4 4 0 0 1 0-8 5 5 0 0 1 10-1 4 4 0 0 1 1 8M10 14l4 4m0-4-4 4",
};

/**
 * What stands in a person's place: the host's view where there is one, else ours. That is in one live
 * region through all its states, because a screen reader tells what changes in a region and not always
 * what arrives with it.
 */
export function StateView(props: StateViewProps): ReactNode {
  const words = { ...viewsEn, ...useContext(ScimMeContext).messages };
  const { state, slot, error, retry, skeleton = words.loading } = props;
  if (slot !== undefined) {
    const own = typeof slot === "function" ? slot({ error, retry }) : slot;
    // Who translates the page takes bare text away, and React could not take it out of the root then.
    return typeof own === "string" ? <span>{own}</span> : own;
  }
  return (
    <div role="status" data-part="state">
      {state === "loading" ? skeleton : told(state, props, words)}
    </div>
  );
}

/** One thing that happened, what is still true, and one thing to do. */
function told(
  view: ViewName,
  { error, busy, retry, signIn }: StateViewProps,
  words: Words,
): JSX.Element {
  const { title, text, action } = words[view] as { text: string } & Partial<StateMessages>;
  const act = view === "unavailable" ? retry : signIn && (() => signIn(error));
  return (
    <>
      <span data-part="icon" data-view={view}>
        <svg
          aria-hidden
          viewBox="0 0 24 24"
          width="20"
          height="20"
          fill="none"
          stroke="currentColor"
        >
          <path d={ICONS[view] ?? ICONS.unavailable} strokeWidth="1.75" strokeLinejoin="round" />
        </svg>
      </span>
      <div data-part="title">{title}</div>
      <div data-part="text">{explain(words, view, text, error ?? {})}</div>
      {action && act && error?.reason !== "configuration" && (
        <button
          type="button"
          data-part="action"
          data-view={view}
          aria-disabled={busy || undefined}
          onClick={busy ? undefined : act}
        >
          {action}
        </button>
      )}
    </>
  );
}

function explain(
  words: Words,
  view: ViewName,
  text: string,
  { reason, requiredScope, retryAfterMs }: Partial<ScimMeError>,
): ReactNode {
  if (view === "forbidden") {
    if (!requiredScope) return words[view].textWithoutScope;
    const [before, after] = text.split("{scope}");
    // In one element: who translates the page takes bare text away, where React is to find it.
    return (
      <span>
        {before}
        <code dir="ltr">{requiredScope}</code>
        {after}
      </span>
    );
  }
  // These are told of no other view.
  if (reason === "rate-limited" && retryAfterMs)
    return words[reason].replace("{time}", duration(retryAfterMs / 1000, words.tag));
  return reason === "network" || reason === "configuration" ? words[reason] : text;
}

/** A time to wait, in the unit that people would say it in. */
function duration(seconds: number, tag: string): string {
  const [unit, size] =
    seconds < 120 ? ["second", 1] : seconds < 7200 ? ["minute", 60] : ["hour", 3600];
  const count = Math.ceil(seconds / size);
  return count.toLocaleString([tag, "en"], { style: "unit", unit, unitDisplay: "long" });
}
