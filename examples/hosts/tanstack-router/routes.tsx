import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  redirect,
  useNavigate,
} from "@tanstack/react-router";
import { ScimMeProvider } from "react-scim-me";
import { Account } from "../common/Account.tsx";
import { signIn } from "../common/signIn.ts";
import { current, endpoint, meQuery, queryClient, tokenProvider } from "./session.ts";

const root = createRootRoute({ component: Outlet });

const signInPage = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: function SignIn() {
    const navigate = useNavigate();
    const start = async () => {
      current.session = await signIn();
      await navigate({ to: "/" });
    };
    return (
      <button type="button" onClick={start}>
        Sign in
      </button>
    );
  },
});

const account = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async () => {
    if (!current.session) throw redirect({ to: "/sign-in" });
    await queryClient.prefetchQuery(meQuery());
  },
  component: function Page() {
    const navigate = useNavigate();
    const signOut = async () => {
      current.session = undefined;
      await navigate({ to: "/sign-in" });
    };
    return (
      <ScimMeProvider
        endpoint={endpoint}
        tokenProvider={tokenProvider}
        subject={current.session?.subject}
      >
        <Account onSignOut={signOut} />
      </ScimMeProvider>
    );
  },
});

export const router = createRouter({ routeTree: root.addChildren([account, signInPage]) });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
