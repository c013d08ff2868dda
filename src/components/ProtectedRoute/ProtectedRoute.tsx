"use client";
import {
  type ForwardRefExoticComponent,
  Fragment,
  forwardRef,
  type HTMLAttributes,
  type ReactNode,
  type RefAttributes,
  useContext,
  useEffect,
  useRef,
} from "react";
import { ScimMeContext, type SignInRequest } from "../../query/ScimMeContext.js";
import { type ConsumerRequestOptions, splitRequest } from "../../query/splitRequest.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { KeepFocus } from "../KeepFocus.js";
import type { StateSlot } from "../StateView/StateSlot.js";
import { StateView } from "../StateView/StateView.js";
import { signInBy } from "../signInBy.js";
import { useSettledMe } from "../useSettledMe.js";
import { useSignedOut } from "./useSignedOut.js";

/** @summary The props of {@link ProtectedRoute}; other DOM props go to its root. */
export interface ProtectedRouteProps
  extends ConsumerRequestOptions,
    HTMLAttributes<HTMLDivElement> {
  /** Rendered for a proven person, and for nobody else. */
  children?: ReactNode;
  /**
   * Whether this person may see the children; anything but `true` is a no.
   * @default everyone who is signed in
   */
  allow?: ((me: ScimMe) => boolean) | undefined;
  /**
   * Redirects to a sign-in by any router. Called once, in an effect, and again only after somebody
   * was signed in. Never for a network failure, a 403, or a sign-out in this tab.
   */
  onSignedOut?: ((request: SignInRequest) => void) | undefined;
  /** Starts a sign-in from a button in the signed-out and forbidden views. Default: the provider's. */
  onSignIn?: ((request: SignInRequest) => void) | undefined;
  /** While it is not known yet who is signed in. */
  loading?: StateSlot | undefined;
  /** For nobody: no token, or a session that has ended. */
  signedOut?: StateSlot | undefined;
  /** For a person whom `allow` refuses, and where the app may not read the profile. */
  forbidden?: StateSlot | undefined;
  /** Where the server cannot say who is signed in. */
  unavailable?: StateSlot | undefined;
}

/**
 * Shows its children to a signed-in person only. A guard in a browser is not authorization: what it
 * hides is in the bundle, and the server decides what a person may read and do.
 *
 * @summary Guard that renders its children for a proven person only.
 * @example
 * <ProtectedRoute onSignedOut={({ returnTo }) => navigate("/login", { state: { returnTo } })}>
 *   <Orders />
 * </ProtectedRoute>
 */
export const ProtectedRoute: ForwardRefExoticComponent<
  ProtectedRouteProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, ProtectedRouteProps>(function ProtectedRoute(props, ref) {
  const [request, others] = splitRequest(props);
  const defaults = useContext(ScimMeContext);
  const {
    children,
    allow,
    onSignedOut,
    onSignIn = defaults.onSignIn,
    loading,
    signedOut,
    forbidden,
    unavailable,
    ...dom
  } = others;
  const settled = useSettledMe(request, ref);
  const { state, me, error, busy, held, person, root } = settled;
  const isLooping = useSignedOut(settled, onSignedOut);
  // While a sign-out empties the profile, who was let in stays: its button may stand inside.
  const wasAllowed = useRef<boolean>(undefined);
  const isAllowed = held ? wasAllowed.current : me && (!allow || allow(me) === true);
  useEffect(() => {
    wasAllowed.current = isAllowed;
  });
  const view = isAllowed ? "ready" : isLooping ? "redirect-loop" : me ? "not-allowed" : state;
  const slots: Partial<Record<typeof view, StateSlot>> = {
    loading,
    "missing-token": signedOut,
    unauthorized: signedOut,
    forbidden,
    "not-allowed": forbidden,
    unsupported: unavailable,
    unavailable,
  };
  return (
    <div
      {...dom}
      ref={root}
      data-scim="ProtectedRoute"
      data-state={isAllowed ? "ready" : me ? "forbidden" : state}
      aria-busy={busy || undefined}
    >
      <KeepFocus root={root} shown={view + person}>
        {view === "ready" ? (
          <Fragment key={person}>{children}</Fragment>
        ) : (
          <StateView
            {...settled}
            state={view}
            // A failure that passed is not why somebody is refused.
            error={me ? null : error}
            slot={slots[view]}
            signIn={signInBy(onSignIn ?? (isLooping ? onSignedOut : undefined))}
          />
        )}
      </KeepFocus>
    </div>
  );
});
