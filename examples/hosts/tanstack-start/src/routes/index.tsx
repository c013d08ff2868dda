import { createFileRoute, useNavigate } from "@tanstack/react-router";
import { Account } from "../../../common/Account.tsx";
import { meQuery } from "../session.ts";

export const Route = createFileRoute("/")({
  loader: async ({ context: { queryClient, subject } }) => {
    if (subject) await queryClient.prefetchQuery(meQuery(subject));
  },
  component: function Home() {
    const navigate = useNavigate();
    return (
      <Account
        onSignedOut={({ returnTo }) => void navigate({ to: "/sign-in", search: { returnTo } })}
        onSignOut={async () => {
          await fetch("/api/session", { method: "DELETE" });
          await navigate({ to: "/sign-in" });
        }}
      />
    );
  },
});
