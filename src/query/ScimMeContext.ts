"use client";
import { type Context, createContext } from "react";
import type { ScimMeMessages } from "../locales/ScimMeMessages.js";
import type { ScimMeReason } from "../scim/ScimMeError.js";
import type { ConsumerRequestOptions } from "./splitRequest.js";
import type { MeRequest } from "./useMeRequest.js";

/** @summary Why somebody is asked to sign in, and where to bring them back to. */
export interface SignInRequest {
  /** The place to return to: path, query and fragment of this origin. */
  returnTo: string;
  /** `missing-token`, `unauthorized`, or `forbidden` where a scope is missing. */
  reason: ScimMeReason;
  /** The scope to ask for, where the server says that one is missing. */
  requiredScope?: string | undefined;
}

/** @summary What all hooks and components below a provider share. */
export interface ScimMeDefaults extends ConsumerRequestOptions {
  /** Words in place of the English ones; see `react-scim-me/locales`. */
  messages?: Partial<ScimMeMessages> | undefined;
  /** The host's query persister, emptied on sign-out. */
  persister?: { removeClient: () => unknown } | undefined;
  /** Starts a sign-in; with it, signed-out views have a button. */
  onSignIn?: ((request: SignInRequest) => void) | undefined;
}

/** The defaults of the nearest provider, as a request made once for all; empty where there is none. */
export const ScimMeContext: Context<ScimMeDefaults & Partial<MeRequest>> = createContext<
  ScimMeDefaults & Partial<MeRequest>
>({});
