"use client";
import { type ForwardedRef, type JSX, useContext } from "react";
import { ScimMeContext, type ScimMeDefaults } from "../../query/ScimMeContext.js";
import type { ConsumerRequestOptions } from "../../query/splitRequest.js";
import { KeepFocus } from "../KeepFocus.js";
import { StateView } from "../StateView/StateView.js";
import { signInBy } from "../signInBy.js";
import { useSettledMe } from "../useSettledMe.js";
import { CardFrame, type CardLook } from "./CardFrame.js";
import type { CardSlots } from "./ProfileCard.js";
import { Skeleton } from "./Skeleton.js";
import type { EditorOptions } from "./WithEditor.js";

/** The props of {@link ConnectedCard}. */
export interface ConnectedCardProps {
  look: CardLook;
  rootRef: ForwardedRef<HTMLDivElement>;
  request: ConsumerRequestOptions;
  slots: CardSlots;
  onSignIn: ScimMeDefaults["onSignIn"];
  editable: boolean | readonly string[] | undefined;
  update: EditorOptions["update"];
}

/** A card that asks for the person itself. */
export function ConnectedCard(props: ConnectedCardProps): JSX.Element {
  const defaults = useContext(ScimMeContext);
  const { look, rootRef, request, slots, editable, update, onSignIn = defaults.onSignIn } = props;
  const settled = useSettledMe(request, rootRef);
  const { state, me, error, busy, held, person, root, retry } = settled;
  const signIn = signInBy(onSignIn);
  const editing = editable
    ? { editable, update, fields: look.fields, request, me, onSignIn: signIn }
    : undefined;
  const view = state !== "ready" && (
    <StateView
      {...{ state, error, busy, retry, signIn }}
      slot={slots[state]}
      skeleton={<Skeleton look={look} held={held} />}
    />
  );
  return (
    <KeepFocus root={root} shown={state + person}>
      <CardFrame {...{ look, root, state, me, view, busy, editing, person, held }} />
    </KeepFocus>
  );
}
