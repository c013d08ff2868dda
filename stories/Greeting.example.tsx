import { getScimMeState, useScimMe } from "../src/index.ts";
import { endpoint, signIn, useSession } from "./session.example.ts";

export function Greeting() {
  const { accessToken, isLoading } = useSession();
  const me = useScimMe(() => accessToken, { endpoint, pending: isLoading });

  switch (getScimMeState(me)) {
    case "loading":
      return <p>One moment…</p>;
    case "ready":
      return <p>Hello {me.data?.displayName}</p>;
    case "missing-token":
    case "unauthorized":
      return (
        <button type="button" onClick={() => signIn({ returnTo: location.pathname })}>
          Sign in
        </button>
      );
    default:
      return <p>Your profile cannot be read ({me.error?.reason}).</p>;
  }
}
