"use client";
import { type ForwardedRef, type JSX, useContext } from "react";
import { ScimMeContext, type ScimMeDefaults } from "../../query/ScimMeContext.js";
import type { ConsumerRequestOptions } from "../../query/splitRequest.js";
import type { ScimMeError } from "../../scim/ScimMeError.js";
import { KeepFocus } from "../KeepFocus.js";
import { fillSlot } from "../StateView/fillSlot.js";
import { StateView } from "../StateView/StateView.js";
import { signInRequest } from "../signInRequest.js";
import { useSettledMe } from "../useSettledMe.js";
import { CardFrame, type CardFrameProps, type CardLook } from "./CardFrame.js";
import type { CardSlots } from "./ProfileCard.js";
import { Skeleton } from "./Skeleton.js";
import { shownFields } from "./shownFields.js";
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
  const { state, error, busy, held, person, retry, root } = settled;
  const me = state === "ready" ? settled.me : undefined;
  const signIn = onSignIn && ((error: ScimMeError | null) => onSignIn(signInRequest(error)));
  const { fields, size, actions } = look;
  const editing = editable
    ? { editable, update, fields, request, me, onSignIn: signIn }
    : undefined;
  const frame = (own: Pick<CardFrameProps, "state" | "me" | "view" | "keepActions">) => (
    <KeepFocus root={root} shown={own.state + person}>
      <CardFrame {...{ look, rootRef: root, busy, editing, person }} {...own} />
    </KeepFocus>
  );
  if (me) return frame({ state, me });
  const shown = state === "ready" ? "loading" : state;
  const fallback =
    shown === "loading" ? (
      <Skeleton fields={shownFields(fields, size)} hasActions={!!actions && !held} />
    ) : (
      <StateView
        view={shown}
        error={error}
        busy={busy}
        onAction={shown === "unavailable" ? retry : signIn && (() => signIn(error))}
      />
    );
  const slot = slots[shown === "missing-token" ? "missingToken" : shown];
  const view = fillSlot(slot, { error, retry }, fallback);
  return frame({ state: shown, view, keepActions: held });
}
