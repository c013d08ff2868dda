"use client";
import { type MutableRefObject, useEffect, useState } from "react";
import { getAttribute } from "../../scim/getAttribute.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { isSame, type Values } from "./changesOf.js";

/** What was entered and not saved yet. */
export interface DraftValues {
  values: Values;
  /** What was saved when a field was first touched. */
  origins: Values;
}

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
  /** Forgets what was entered in a field, unless it was changed again since. */
  drop: (entered: Values) => void;
}

const EMPTY: DraftValues = { values: {}, origins: {} };

/** Fields that nobody has touched follow the saved profile; the others are kept. */
export function useDraft(me: ScimMe, keeper: DraftKeeper): Draft {
  const [draft, setDraft] = useState(keeper.current ?? EMPTY);
  useEffect(() => {
    keeper.current = draft;
  });
  const { values, origins } = draft;
  const saved = (path: string) => getAttribute(me, path);
  return {
    valueOf: (path) => (Object.hasOwn(values, path) ? values[path] : saved(path)),
    set: (path, value) =>
      setDraft((before) => ({
        values: { ...before.values, [path]: value },
        origins: { [path]: saved(path), ...before.origins },
      })),
    changed: Object.fromEntries(
      Object.entries(values).filter(([path, value]) => !isSame(value, saved(path))),
    ),
    savedMeanwhile(path) {
      const value = saved(path);
      if (!Object.hasOwn(values, path) || isSame(values[path], value)) return undefined;
      return isSame(origins[path], value) ? undefined : { value };
    },
    drop: (entered) => setDraft((before) => without(before, entered)),
  };
}

function without({ values, origins }: DraftValues, entered: Values): DraftValues {
  const isKept = ([path]: [string, unknown]) =>
    !Object.hasOwn(entered, path) || !isSame(entered[path], values[path]);
  return {
    values: Object.fromEntries(Object.entries(values).filter(isKept)),
    origins: Object.fromEntries(Object.entries(origins).filter(isKept)),
  };
}
