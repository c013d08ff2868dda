import { useSignOut } from "../../src/index.ts";
import { signOut as endSession } from "../session.example.ts";

export function Leave() {
  const { signOut, isPending, error } = useSignOut({ onSignOut: endSession });

  return (
    <>
      <button type="button" onClick={signOut} aria-busy={isPending}>
        {isPending ? "Signing out…" : "Sign out"}
      </button>
      {error && <p role="alert">You are still signed in. Try again.</p>}
    </>
  );
}
