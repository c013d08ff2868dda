import { signOutEn } from "../components/SignOutButton/signOutEn.js";
import { viewsEn } from "../components/StateView/viewsEn.js";
import type { CompleteMessages } from "./CompleteMessages.js";

/** @summary English, the built-in catalogue; the form brings its own words. */
export const en: Omit<CompleteMessages, "editing"> = {
  ...viewsEn,
  ...signOutEn,
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
    employeeNumber: "Employee number",
    title: "Job title",
    timezone: "Time zone",
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
