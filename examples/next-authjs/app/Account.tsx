"use client";
import { signIn } from "next-auth/react";
import {
  getDisplayName,
  ProfileCard,
  SignOutButton,
  useScimMe,
  withProtectedRoute,
} from "react-scim-me";
import { signOut } from "./signOut.ts";

function Profile() {
  const { data: me } = useScimMe();
  return (
    <>
      <p>{me && `Signed in as ${getDisplayName(me)}.`}</p>
      <ProfileCard editable actions={<SignOutButton onSignOut={signOut} />} />
    </>
  );
}

/** The profile, for a proven person; anybody else goes to the provider, and comes back here. */
export const Account = withProtectedRoute(Profile, {
  onSignedOut: ({ returnTo }) => void signIn("asgardeo", { redirectTo: returnTo }),
});
