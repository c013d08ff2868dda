import type { JSX } from "react";
import { vi } from "vitest";
import type { Answer } from "../query/recordFetch.js";
import { pass } from "../query/renderApp.js";

/** Who comes, and what the SCIM server answers. */
export interface Visitor {
  token: string | null;
  answer: Answer;
  /** How many places of the page show the person. */
  consumers?: number;
  reactStrictMode?: boolean;
}

/** What came of a visit. */
export interface Outcome {
  /** How many requests the SCIM server got. */
  requests: number;
  /** How many the browser sent, to whomever. */
  byBrowser: number;
  sees: string;
}

/** A page of a guide or of ours. */
export type Visit = (visitor: Visitor) => Promise<Outcome>;

/** Longer than all retries take, in ms. */
const SETTLED_MS = 60_000;

/** Lets a page come to rest. */
export const settle = () => pass(SETTLED_MS, (ms) => vi.advanceTimersByTimeAsync(ms));

/** The same, as often as a visitor wants it. */
export const repeat = (consumers = 1, one: (key: number) => JSX.Element) =>
  Array.from({ length: consumers }, (_, key) => one(key));
