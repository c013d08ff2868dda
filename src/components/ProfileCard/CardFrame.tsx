"use client";
import { type HTMLAttributes, type JSX, type ReactNode, type Ref, useId } from "react";
import type { ScimMeState } from "../../query/getScimMeState.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { Profile } from "./Profile.js";

/** The props of {@link CardFrame}. */
export interface CardFrameProps {
  dom: HTMLAttributes<HTMLDivElement>;
  rootRef: Ref<HTMLDivElement>;
  fields?: readonly string[] | undefined;
  size: "default" | "compact";
  actions?: ReactNode;
  state: ScimMeState;
  /** The person, or in their place… */
  me?: ScimMe | undefined;
  /** …the view of another state. */
  view?: ReactNode;
  busy?: boolean;
  /** A form in place of the fields. */
  form?: ReactNode;
  /** The button that opens it, before the other actions. */
  editButton?: ReactNode;
  /** A sign-out is under way, and the button that started it may stand among the actions. */
  keepActions?: boolean;
}

/** The root of a card, the same element through all its states. */
export function CardFrame(props: CardFrameProps): JSX.Element {
  const { dom, rootRef, fields, size, actions, state, me, view, busy, keepActions } = props;
  const { form, editButton } = props;
  const nameId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      role="group"
      aria-labelledby={me && nameId}
      {...dom}
      ref={rootRef}
      data-scim="ProfileCard"
      data-state={state}
      data-size={size}
      aria-busy={busy || undefined}
    >
      {me ? <Profile {...{ me, fields, size, nameId, form }} /> : view}
      {(editButton || actions) && (me || keepActions) && !form && (
        <div data-part="actions">
          {editButton}
          {actions}
        </div>
      )}
    </div>
  );
}
