"use client";
import { Fragment, type JSX, type ReactNode } from "react";
import { getDisplayName } from "../../scim/getDisplayName.js";
import { getPrimary } from "../../scim/getPrimary.js";
import { isVisible } from "../../scim/isVisible.js";
import { pendingValues } from "../../scim/pendingValues.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { useMessages } from "../useMessages.js";
import { Avatar } from "./Avatar.js";
import { field } from "./field.js";
import { shorten } from "./shorten.js";
import { shownFields } from "./shownFields.js";

/** The props of {@link Profile}. */
export interface ProfileProps {
  me: ScimMe;
  fields?: readonly string[] | undefined;
  size: "default" | "compact";
  /** The `id` of the element that holds the name. */
  nameId: string;
  /** In place of the attributes. */
  form?: ReactNode;
}

/** A person: who they are at a glance, then attribute by attribute. */
export function Profile({ me, fields, size, nameId, form }: ProfileProps): JSX.Element {
  const name = shorten(getDisplayName(me));
  const email = size === "compact" && getPrimary(me.emails)?.value;
  const texts = email ? [email] : [me.title, me.enterprise?.organization];
  const subtitle = [...new Set(texts.filter(isVisible).map(shorten))];
  const messages = useMessages();
  const [before, after] = messages.pending.split("{value}");
  const rows = shownFields(fields, size)
    .map((path) => field(me, path, messages))
    .filter(Boolean);
  return (
    <>
      <div data-part="header">
        <Avatar me={me} name={name} />
        <div data-part="identity">
          {/* Isolated, so that no direction mark in a name re-orders what follows it. */}
          <div data-part="name" id={nameId}>
            <bdi>{name}</bdi>
          </div>
          {subtitle.length > 0 && subtitle[0] !== name && (
            <div data-part="subtitle">
              {subtitle.map((text, index) => (
                <Fragment key={text}>
                  {index > 0 && " · "}
                  <bdi>{text}</bdi>
                </Fragment>
              ))}
            </div>
          )}
        </div>
      </div>
      {form ?? (rows.length > 0 && <dl data-part="fields">{rows}</dl>)}
      {pendingValues(me).map((value) => (
        <p role="status" data-part="notice" key={value}>
          {before}
          <bdi>{shorten(value)}</bdi>
          {after}
        </p>
      ))}
    </>
  );
}
