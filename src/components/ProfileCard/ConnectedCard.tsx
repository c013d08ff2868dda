"use client";
import { type JSX, useContext } from "react";
import type { ScimMeState } from "../../query/getScimMeState.js";
import { ScimMeContext, type ScimMeDefaults } from "../../query/ScimMeContext.js";
import type { MeRequestOptions } from "../../query/splitRequest.js";
import type { ScimMeError } from "../../scim/ScimMeError.js";
import { fillSlot, type StateSlot } from "../StateView/fillSlot.js";
import { StateView } from "../StateView/StateView.js";
import { signInRequest } from "../signInRequest.js";
import { useSettledMe } from "../useSettledMe.js";
import { CardFrame, type CardFrameProps } from "./CardFrame.js";
import { Skeleton } from "./Skeleton.js";
import { shownFields } from "./shownFields.js";
import type { EditorOptions } from "./WithEditor.js";

/** The props of {@link ConnectedCard}. */
export interface ConnectedCardProps {
  frame: Pick<CardFrameProps, "dom" | "rootRef" | "fields" | "size" | "actions">;
  request: MeRequestOptions;
  slots: Partial<Record<ScimMeState, StateSlot>>;
  onSignIn: ScimMeDefaults["onSignIn"];
  editable: boolean | readonly string[] | undefined;
  update: EditorOptions["update"];
}

/** A card that asks for the person itself. */
export function ConnectedCard(props: ConnectedCardProps): JSX.Element {
  const defaults = useContext(ScimMeContext);
  const { frame, request, slots, editable, update, onSignIn = defaults.onSignIn } = props;
  const settled = useSettledMe(request, frame.rootRef);
  const { state, error, busy, held, person, retry, root } = settled;
  const me = state === "ready" ? settled.me : undefined;
  const signIn = onSignIn && ((error: ScimMeError | null) => onSignIn(signInRequest(error)));
  const { fields } = frame;
  const editing = editable
    ? { editable, update, fields, request, me, person, onSignIn: signIn }
    : undefined;
  const common = { ...frame, rootRef: root, busy, editing, keepActions: held };
  if (me) return <CardFrame {...common} state={state} me={me} />;
  const shown = state === "ready" ? "loading" : state;
  const fallback =
    shown === "loading" ? (
      <Skeleton
        fields={shownFields(frame.fields, frame.size)}
        hasActions={!!frame.actions && !held}
      />
    ) : (
      <StateView
        view={shown}
        error={error}
        busy={busy}
        onAction={shown === "unavailable" ? retry : signIn && (() => signIn(error))}
      />
    );
  return (
    <CardFrame
      {...common}
      state={shown}
      view={fillSlot(slots[shown], { error, retry }, fallback)}
    />
  );
}
