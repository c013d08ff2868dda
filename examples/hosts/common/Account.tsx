import {
  ProfileCard,
  ProtectedRoute,
  type ProtectedRouteProps,
  SignOutButton,
} from "react-scim-me";

export interface AccountProps {
  /** How the host styles the card. */
  className?: string | undefined;
  onSignOut: () => unknown;
  onSignedOut?: ProtectedRouteProps["onSignedOut"];
}

/** What every host shows: a guard, the card with its form, and the button inside both. */
export function Account({ className, onSignOut, onSignedOut }: AccountProps) {
  return (
    <ProtectedRoute onSignedOut={onSignedOut}>
      <p>This line is for members.</p>
      <ProfileCard
        className={className}
        editable={["displayName"]}
        actions={<SignOutButton onSignOut={onSignOut} />}
      />
    </ProtectedRoute>
  );
}
