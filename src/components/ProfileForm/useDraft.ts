"use client";
import { type MutableRefObject, useState } from "react";
import { getAttribute } from "../../scim/getAttribute.js";
import { isSame } from "../../scim/isSame.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { isUnchanged, type Values } from "./changesOf.js";

/** What was entered and not saved yet, and what was saved when each field was first touched. */
export type DraftValues = ReadonlyMap<string, { value: unknown; origin: unknown }>;

/** Where a draft outlives the form, e.g. while a session that has ended is renewed. */
export type DraftKeeper = MutableRefObject<DraftValues | undefined>;

/** A draft over the saved profile. */
export interface Draft {
  valueOf: (path: string) => unknown;
  set: (path: string, value: unknown) => void;
  /** What differs from what is saved. */
  changed: Values;
  /** What is saved now under a field that was changed both here and elsewhere. */
  savedMeanwhile: (path: string) => { value: unknown } | undefined;
  /** Forgets what was entered, unless it was changed again since; returns whether no change is left. */
  drop: (entered: Values) => boolean;
}

/** Fields that nobody has touched follow the saved profile; the others are kept. */
export function useDraft(me: ScimMe, keeper: DraftKeeper): Draft {
  const [draft, show] = useState<DraftValues>(new Map(keeper.current));
  const saved = (path: string) => getAttribute(me, path);
  const change = (edit: (next: Map<string, { value: unknown; origin: unknown }>) => void) => {
    const next = new Map(keeper.current);
    edit(next);
    keeper.current = next;
    show(next);
  };
  return {
    valueOf: (path) => (draft.get(path) ?? { value: saved(path) }).value,
    set: (path, value) =>
      change((next) => {
        const { origin } = next.get(path) ?? { origin: saved(path) };
        next.set(path, { origin, value });
        // Back to what it was, it follows again; but not to what is only hoped to be saved.
        if (isSame(value, origin) && isSame(origin, saved(path))) next.delete(path);
      }),
    changed: new Map(
      [...draft]
        .map(([path, { value }]) => [path, value] as const)
        .filter(([path, value]) => !isUnchanged(value, saved(path))),
    ),
    savedMeanwhile(path) {
      const value = saved(path);
      const entry = draft.get(path);
      if (!entry || isUnchanged(entry.value, value)) return undefined;
      return isUnchanged(entry.origin, value) ? undefined : { value };
    },
    drop(entered) {
      change((next) => {
        for (const [path, value] of entered) {
          const entry = next.get(path);
          if (!entry || isUnchanged(entry.value, value)) next.delete(path);
          // What was entered first is what is saved now.
          else next.set(path, { ...entry, origin: value });
        }
      });
      const left = [...(keeper.current?.values() ?? [])];
      return left.every(({ value, origin }) => isUnchanged(value, origin));
    },
  };
}
