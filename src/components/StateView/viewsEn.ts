import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";

/** What is told in place of a person, in English; apart, so that a guard brings no card's words. */
export const viewsEn: Pick<
  ScimMeMessages,
  | "tag"
  | "loading"
  | "missing-token"
  | "unauthorized"
  | "forbidden"
  | "not-allowed"
  | "unsupported"
  | "unavailable"
  | "network"
  | "rate-limited"
  | "configuration"
  | "redirect-loop"
> = {
  tag: "en",
  loading: "Loading your profile",
  "missing-token": {
    title: "You are not signed in",
    text: "Sign in to see your profile.",
    action: "Sign in",
  },
  unauthorized: {
    title: "Your session has ended",
    text: "Sign in again to continue where you left off.",
    action: "Sign in again",
  },
  forbidden: {
    title: "This app may not read your profile",
    text: "It needs the permission {scope}. Ask for it when signing in.",
    textWithoutScope: "It needs a permission that it was not given.",
    action: "Sign in with this permission",
  },
  "not-allowed": {
    title: "This page is not for your account",
    text: "You are signed in, but this page is open to other people only.",
  },
  unsupported: {
    title: "Your profile is not available here",
    text: "You are signed in, but this service does not share profiles with apps.",
  },
  unavailable: {
    title: "Your profile can’t be loaded right now",
    text: "You are still signed in. We will keep what you have open.",
    action: "Try again",
  },
  network: "You are still signed in. Check your connection, then try again.",
  "rate-limited": "You are still signed in. The service asks to wait {time}.",
  configuration:
    "You are still signed in. This app is not set up right; tell the people who run it.",
  "redirect-loop": {
    title: "Signing in does not seem to work",
    text: "You came back from signing in several times, still signed out. Your browser may be blocking cookies, or this app may not be set up right.",
    action: "Try signing in again",
  },
};
