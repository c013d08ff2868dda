"use client";
import { useRouter } from "next/navigation";
import { ProfileCard, ProtectedRoute } from "react-scim-me";

export function Account() {
  const router = useRouter();
  const toSignIn = ({ returnTo }: { returnTo: string }) =>
    router.replace(`/sign-in?${new URLSearchParams({ returnTo })}`);
  return (
    <ProtectedRoute onSignedOut={toSignIn}>
      <ProfileCard />
    </ProtectedRoute>
  );
}
