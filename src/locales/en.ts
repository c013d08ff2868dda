import type { CompleteMessages } from "./CompleteMessages.js";

/** @summary English, the built-in catalogue; the form brings its own words. */
export const en: Omit<CompleteMessages, "editing"> = {
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
  signOut: "Sign out",
  signingOut: "Signing out…",
  signOutFailed: "Signing out failed. You are still signed in.",
  editProfile: "Edit profile",
  saved: "Saved",
  pending: "{value} is waiting to be confirmed.",
  yes: "Yes",
  no: "No",
  listSeparator: ", ",
  more: { other: "and {count} more" },
  attributes: {
    userName: "User name",
    displayName: "Name",
    emails: "Email",
    phoneNumbers: "Phone",
    addresses: "Address",
    groups: "Groups",
    roles: "Roles",
    department: "Department",
    manager: "Manager",
    organization: "Organization",
    profileUrl: "Profile page",
    title: "Job title",
    timezone: "Time zone",
    employeeNumber: "Employee number",
  },
  types: {
    work: "Work",
    home: "Home",
    mobile: "Mobile",
    fax: "Fax",
    pager: "Pager",
    other: "Other",
  },
};
