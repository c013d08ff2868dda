"use client";
import {
  type ForwardRefExoticComponent,
  forwardRef,
  type HTMLAttributes,
  type ReactNode,
  type RefAttributes,
} from "react";
import type { ScimMeState } from "../../query/getScimMeState.js";
import type { SignInRequest } from "../../query/ScimMeContext.js";
import { type ConsumerRequestOptions, splitRequest } from "../../query/splitRequest.js";
import type { UseUpdateScimMeOptions } from "../../query/useUpdateScimMe.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import type { StateSlot } from "../StateView/StateSlot.js";
import { CardFrame } from "./CardFrame.js";
import { ConnectedCard } from "./ConnectedCard.js";

/** @summary The props of {@link ProfileCard}; other DOM props go to its root. */
export interface ProfileCardProps
  extends ConsumerRequestOptions,
    Omit<HTMLAttributes<HTMLDivElement>, "children"> {
  /**
   * A person that is known already; no request is made then. To show a change, give another object:
   * one that is changed in place is the same to React and to the card.
   */
  profile?: ScimMe | undefined;
  /**
   * The attributes to show, in order, by path such as `emails` or `urn:…:User:department`. One that
   * nobody has is not drawn, nor is a URN alone, which is no attribute.
   * @default emails, phoneNumbers, the Enterprise department and manager, groups; none when compact
   */
  fields?: readonly string[] | undefined;
  /**
   * `compact` is avatar, name and one line.
   * @default "default"
   */
  size?: "default" | "compact" | undefined;
  /**
   * Offers a form, whose code is loaded when it is opened: of the writable attributes among `fields`,
   * or of those that are listed here. Not with `profile`, which is nobody's to change.
   * @default false
   */
  editable?: boolean | readonly string[] | undefined;
  /** How the form writes, and what to call afterwards; see `useUpdateScimMe`. */
  update?: UseUpdateScimMeOptions | undefined;
  /** What a person can do here, such as a `<SignOutButton>`. */
  actions?: ReactNode;
  /** Starts a sign-in; with it, signed-out views have a button. Default: the provider's. */
  onSignIn?: ((request: SignInRequest) => void) | undefined;
  /** In place of the skeleton. */
  loading?: StateSlot | undefined;
  /** In place of "You are not signed in". */
  missingToken?: StateSlot | undefined;
  /** In place of "Your session has ended". */
  unauthorized?: StateSlot | undefined;
  /** In place of "This app may not read your profile". */
  forbidden?: StateSlot | undefined;
  /** In place of "Your profile is not available here". */
  unsupported?: StateSlot | undefined;
  /** In place of "Your profile can't be loaded right now". */
  unavailable?: StateSlot | undefined;
}

/** What a host puts in place of the views of a card. */
export type CardSlots = Record<Exclude<ScimMeState, "ready">, StateSlot | undefined>;

/**
 * The signed-in person, in every state that a network has.
 *
 * @summary Card of the signed-in person in every state, with a form on request.
 * @example
 * <ProfileCard fields={["emails", "phoneNumbers"]} actions={<SignOutButton onSignOut={signOut} />} />
 */
export const ProfileCard: ForwardRefExoticComponent<
  ProfileCardProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, ProfileCardProps>(function ProfileCard(props, rootRef) {
  const [request, others] = splitRequest(props);
  const {
    profile,
    fields,
    size = "default",
    actions,
    onSignIn,
    editable,
    update,
    loading,
    missingToken,
    unauthorized,
    forbidden,
    unsupported,
    unavailable,
    ...dom
  } = others;
  const slots = {
    ...{ loading, "missing-token": missingToken, unauthorized },
    ...{ forbidden, unsupported, unavailable },
  };
  const look = { dom, fields, size, actions };
  if (profile) return <CardFrame look={look} root={rootRef} state="ready" me={profile} />;
  return <ConnectedCard {...{ look, rootRef, request, slots, onSignIn, editable, update }} />;
});
