import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";

/** The words of the button in English; apart, so that it brings no others. */
export const signOutEn: Pick<ScimMeMessages, "signOut" | "signingOut" | "signOutFailed"> = {
  signOut: "Sign out",
  signingOut: "Signing out…",
  signOutFailed: "Signing out failed. You are still signed in.",
};
