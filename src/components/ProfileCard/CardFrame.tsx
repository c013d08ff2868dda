"use client";
import { type HTMLAttributes, type JSX, type ReactNode, type Ref, useId, useMemo } from "react";
import type { ScimMeState } from "../../query/getScimMeState.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { useMessages } from "../useMessages.js";
import { field } from "./field.js";
import { identity } from "./identity.js";
import { type PartOf, partsOf } from "./partsOf.js";
import { shownFields } from "./shownFields.js";
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

/** The root of a card, the same element through all its states. */
export function CardFrame(props: CardFrameProps): JSX.Element {
  const { look, root, state, me, busy, editing, person } = props;
  const nameId = useId();
  const messages = useMessages();
  const partOf = useMemo(() => me && partsOf(me, messages), [me, messages]);
  const inside = (editor: Editor) => content(props, partOf, nameId, editor);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      role="group"
      aria-labelledby={look.dom["aria-label"] ? undefined : me && nameId}
      {...look.dom}
      ref={root}
      data-scim="ProfileCard"
      data-state={state}
      data-size={look.size}
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

/** A person, who they are at a glance and then attribute by attribute, or the view in their place. */
function content(
  { look: { fields, size, actions }, me, view, held }: CardFrameProps,
  partOf: PartOf | undefined,
  nameId: string,
  { form, editButton, pendingId }: Editor,
): JSX.Element {
  // No path has a space in it, so that neither key is the other's.
  const person = partOf?.(` ${size}`, identity);
  const rows = partOf && shownFields(fields, size).map((path) => partOf(path, field));
  return (
    <>
      {person ? (
        // With a key, so that it never becomes the live region of a view: that would be read out.
        <div data-part="header" key="header">
          {person.avatar}
          <div data-part="identity">
            {/* Isolated, so that no direction mark in a name re-orders what follows it. */}
            <div data-part="name" id={nameId}>
              <bdi>{person.name}</bdi>
            </div>
            {person.subtitle}
          </div>
        </div>
      ) : (
        view
      )}
      {form ?? (rows?.some(Boolean) && <dl data-part="fields">{rows}</dl>)}
      {pendingId ? <div id={pendingId}>{person?.notices}</div> : person?.notices}
      {(editButton || actions) && (me || held) && !form && (
        <div data-part="actions">
          {editButton}
          {actions}
        </div>
      )}
    </>
  );
}
