import {
  AsgardeoProvider,
  SignedIn,
  SignedOut,
  SignInButton,
  SignOutButton,
  UserProfile,
  useAsgardeo,
} from "@asgardeo/react";
import { Fragment, StrictMode } from "react";
import { createRoot } from "react-dom/client";

function Consumer({ id }) {
  window.renders[id] = (window.renders[id] ?? 0) + 1;
  return <p>{useAsgardeo().user?.displayName}</p>;
}

/** Renders an app with a profile, a guard, a sign-out and consumers: `/asgardeo/10/strict`. */
export function startAsgardeo() {
  const [, , consumers = 0, mode] = location.pathname.split("/");
  const Mode = mode === "strict" ? StrictMode : Fragment;
  window.renders = {};
  createRoot(document.getElementById("root")).render(
    <Mode>
      <AsgardeoProvider
        baseUrl={`${location.origin}/t/bench`}
        clientId="bench"
        afterSignInUrl={`${location.origin}${location.pathname}`}
      >
        <SignedIn>
          <UserProfile />
          <SignOutButton />
        </SignedIn>
        <SignedOut>
          <SignInButton />
        </SignedOut>
        {[...Array(Number(consumers)).keys()].map((id) => (
          <Consumer key={id} id={id} />
        ))}
      </AsgardeoProvider>
    </Mode>,
  );
}
