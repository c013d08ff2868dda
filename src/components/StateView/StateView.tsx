"use client";
import type { JSX, ReactNode } from "react";
import type { ScimMeMessages, StateMessages } from "../../locales/ScimMeMessages.js";
import type { ScimMeError } from "../../scim/ScimMeError.js";
import { useMessages } from "../useMessages.js";

/** The states that are told in words. */
export type ViewName = Exclude<
  {
    [K in keyof ScimMeMessages]-?: ScimMeMessages[K] extends { title: string } ? K : never;
  }[keyof ScimMeMessages],
  never
>;

/** The props of {@link StateView}. */
export interface StateViewProps {
  view: ViewName;
  error: ScimMeError | null;
  /** What the button does; without it there is none. */
  onAction?: (() => void) | undefined;
  busy?: boolean;
}

const PERSON = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8c0-3 3-5 7-5s7 2 7 5";
const LOCK = "M6 11h12v9H6Zm2 0V8a4 4 0 0 1 8 0v3";
const SHIELD = "M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6ZM9 12h6";
const CLOUD = "M7 18a4 4 0 0 1 0-8 5 5 0 0 1 10-1 4 4 0 0 1 1 8M10 14l4 4m0-4-4 4";
const ICONS: Partial<Record<ViewName, string>> = {
  "missing-token": PERSON,
  unauthorized: LOCK,
  forbidden: SHIELD,
  "not-allowed": SHIELD,
};

/** One thing that happened, what is still true, and one thing to do. */
export function StateView({ view, error, onAction, busy }: StateViewProps): JSX.Element {
  const messages = useMessages();
  const { title, text, action } = messages[view] as { text: string } & Partial<StateMessages>;
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
          <path d={ICONS[view] ?? CLOUD} strokeWidth="1.75" strokeLinejoin="round" />
        </svg>
      </span>
      <div data-part="title">{title}</div>
      <div data-part="text">{explain(messages, view, text, error ?? {})}</div>
      {action && onAction && error?.reason !== "configuration" && (
        <button
          type="button"
          data-part="action"
          data-view={view}
          aria-disabled={busy || undefined}
          onClick={busy ? undefined : onAction}
        >
          {action}
        </button>
      )}
    </>
  );
}

function explain(
  messages: ScimMeMessages,
  view: ViewName,
  text: string,
  { reason, requiredScope, retryAfterMs }: Partial<ScimMeError>,
): ReactNode {
  if (view === "forbidden") {
    if (!requiredScope) return messages[view].textWithoutScope;
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
    return messages[reason].replace("{time}", duration(retryAfterMs / 1000, messages.tag));
  return reason === "network" || reason === "configuration" ? messages[reason] : text;
}

/** A time to wait, in the unit that people would say it in. */
function duration(seconds: number, tag: string): string {
  const [unit, size] =
    seconds < 120 ? ["second", 1] : seconds < 7200 ? ["minute", 60] : ["hour", 3600];
  const count = Math.ceil(seconds / size);
  return count.toLocaleString([tag, "en"], { style: "unit", unit, unitDisplay: "long" });
}
