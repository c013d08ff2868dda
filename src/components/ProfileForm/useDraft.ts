"use client";
import { type MutableRefObject, useState } from "react";
import { getAttribute } from "../../scim/getAttribute.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { isUnchanged, type Values } from "./changesOf.js";

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
  /** Forgets what was entered, unless it was changed again since; returns whether nothing is left. */
  drop: (entered: Values) => boolean;
}

const EMPTY: DraftValues = { values: {}, origins: {} };

/** Fields that nobody has touched follow the saved profile; the others are kept. */
export function useDraft(me: ScimMe, keeper: DraftKeeper): Draft {
  const [{ values, origins }, show] = useState(keeper.current ?? EMPTY);
  const saved = (path: string) => getAttribute(me, path);
  const change = (edit: (before: DraftValues) => DraftValues) => {
    keeper.current = edit(keeper.current ?? EMPTY);
    show(keeper.current);
  };
  return {
    valueOf: (path) => (Object.hasOwn(values, path) ? values[path] : saved(path)),
    set: (path, value) =>
      change((before) => ({
        values: { ...before.values, [path]: value },
        origins: { [path]: saved(path), ...before.origins },
      })),
    changed: Object.fromEntries(
      Object.entries(values).filter(([path, value]) => !isUnchanged(value, saved(path))),
    ),
    savedMeanwhile(path) {
      const value = saved(path);
      if (!Object.hasOwn(values, path) || isUnchanged(values[path], value)) return undefined;
      return isUnchanged(origins[path], value) ? undefined : { value };
    },
    drop(entered) {
      change((before) => without(before, entered));
      return !Object.keys(keeper.current?.values ?? {}).length;
    },
  };
}

function without({ values, origins }: DraftValues, entered: Values): DraftValues {
  const left = Object.entries(values).filter(
    ([path, value]) => !Object.hasOwn(entered, path) || !isUnchanged(entered[path], value),
  );
  return {
    values: Object.fromEntries(left),
    // What was entered first is what is saved now.
    origins: Object.fromEntries(left.map(([path]) => [path, { ...origins, ...entered }[path]])),
  };
}
