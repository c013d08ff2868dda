"use client";
import { type HTMLAttributes, type JSX, type ReactNode, type Ref, useId, useMemo } from "react";
import type { ScimMeState } from "../../query/getScimMeState.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { useMessages } from "../useMessages.js";
import { partsOf } from "./partsOf.js";
import { type Editor, type EditorOptions, WithEditor } from "./WithEditor.js";

/** What a card is given for every state. */
export interface CardLook {
  dom: HTMLAttributes<HTMLDivElement>;
  fields: readonly string[] | undefined;
  size: "default" | "compact";
  actions: ReactNode;
}

/** The props of {@link CardFrame}. */
export interface CardFrameProps {
  look: CardLook;
  root: Ref<HTMLDivElement>;
  state: ScimMeState;
  /** The person, or in their place… */
  me?: ScimMe | undefined;
  /** …the view of another state. */
  view?: ReactNode;
  busy?: boolean;
  /** With these the person can be edited. */
  editing?: EditorOptions | undefined;
  /** Whose profile it is; what was entered for one person is not shown to another. */
  person?: string;
  /** A sign-out is under way, and the button that started it may stand among the actions. */
  held?: boolean;
}

/**
 * The root of a card, the same element through all its states: with a person in it, who they are at a
 * glance and then attribute by attribute, or with the view in their place.
 */
export function CardFrame(props: CardFrameProps): JSX.Element {
  const { look, root, state, me, view, busy, editing, person, held } = props;
  const { dom, size, fields, actions } = look;
  const nameId = useId();
  const messages = useMessages();
  // The same fields in another list are the same look.
  const key = `${size} ${fields}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the look says.
  const parts = useMemo(() => me && partsOf(me, messages, look, key), [me, messages, key]);
  const inside = ({ form, editButton, pendingId }: Editor) => (
    <>
      {parts ? (
        // With a key, so that it never becomes the live region of a view: that would be read out.
        <div data-part="header" key="header">
          {parts.avatar}
          <div data-part="identity">
            {/* Isolated, so that no direction mark in a name re-orders what follows it. */}
            <div data-part="name" id={nameId}>
              <bdi>{parts.name}</bdi>
            </div>
            {parts.subtitle}
          </div>
        </div>
      ) : (
        view
      )}
      {form ?? parts?.fields}
      {pendingId ? <div id={pendingId}>{parts?.notices}</div> : parts?.notices}
      {(editButton || actions) && (me || held) && !form && (
        <div data-part="actions">
          {editButton}
          {actions}
        </div>
      )}
    </>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      role="group"
      aria-labelledby={dom["aria-label"] ? undefined : me && nameId}
      {...dom}
      ref={root}
      data-scim="ProfileCard"
      data-state={state}
      data-size={size}
      aria-busy={busy || undefined}
    >
      {editing ? (
        <WithEditor key={person} {...editing}>
          {inside}
        </WithEditor>
      ) : (
        inside({})
      )}
    </div>
  );
}
