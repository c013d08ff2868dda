import { createFileRoute } from "@tanstack/react-router";
import { safeReturnTo } from "react-scim-me";

export const Route = createFileRoute("/sign-in")({
  validateSearch: (search): { returnTo?: string } => ({ returnTo: safeReturnTo(search.returnTo) }),
  component: function SignIn() {
    const { returnTo = "/" } = Route.useSearch();
    const signIn = async () => {
      await fetch("/api/session", { method: "POST" });
      location.assign(returnTo);
    };
    return (
      <button type="button" onClick={signIn}>
        Sign in
      </button>
    );
  },
});
