import type { JSX } from "react";
import type { GuideUser } from "./fetchMe.ts";

/** What the guides' pages show of a person. */
export function Details({ user }: { user: GuideUser }): JSX.Element {
  return (
    <>
      <h1>Profile</h1>
      <p>Email: {user.emails?.[0]}</p>
      <p>Given name: {user.name?.givenName}</p>
      <p>Family name: {user.name?.familyName}</p>
    </>
  );
}
