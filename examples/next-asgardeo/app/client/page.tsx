"use client";
import { ProfileCard, withProtectedRoute } from "react-scim-me";
import { SignOut } from "../SignOut.tsx";

const ProtectedCard = withProtectedRoute(ProfileCard);

/** The profile is read in the browser, from this app's own `/api/me`. */
export default function ClientProfile() {
  return (
    <>
      <h1>Client profile</h1>
      <ProtectedCard editable actions={<SignOut />} />
    </>
  );
}
