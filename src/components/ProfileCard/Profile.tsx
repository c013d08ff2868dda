"use client";
import { Fragment, type JSX } from "react";
import { getAttribute } from "../../scim/getAttribute.js";
import { getDisplayName } from "../../scim/getDisplayName.js";
import { getPrimary } from "../../scim/getPrimary.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { useMessages } from "../useMessages.js";
import { Avatar } from "./Avatar.js";
import { attributeLabel } from "./attributeLabel.js";
import { displayValues } from "./displayValue.js";
import { shownFields } from "./shownFields.js";

/** A list of more values than this shows one fewer, and how many more there are. */
const MOST_VALUES = 3;

/** The props of {@link Profile}. */
export interface ProfileProps {
  me: ScimMe;
  fields?: readonly string[] | undefined;
  size: "default" | "compact";
  /** The `id` of the element that holds the name. */
  nameId: string;
}

/** A person: who they are at a glance, then attribute by attribute. */
export function Profile({ me, fields, size, nameId }: ProfileProps): JSX.Element {
  const name = getDisplayName(me);
  const email = size === "compact" && getPrimary(me.emails)?.value;
  const subtitle = email ? [email] : [me.title, me.enterprise?.organization].filter(Boolean);
  const rows = shownFields(fields, size).map((path) => <Field key={path} me={me} path={path} />);
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
      {rows.length > 0 && <dl data-part="fields">{rows}</dl>}
    </>
  );
}

function Field({ me, path }: { me: ScimMe; path: string }): JSX.Element | null {
  const messages = useMessages();
  const { shown, count } = displayValues(path, getAttribute(me, path), messages, MOST_VALUES);
  if (!shown.length) return null;
  if (count > MOST_VALUES) shown.pop();
  const more = count - shown.length;
  const { tag } = messages;
  return (
    <div data-part="field">
      <dt data-part="label">{attributeLabel(path, messages)}</dt>
      <dd data-part="value">
        {shown.map(({ text, type, href }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: values may repeat and never move.
          <span key={index}>
            {href ? (
              <a href={href} {...(href.startsWith("https:") && { rel: "noopener noreferrer" })}>
                <bdi dir={href.startsWith("tel:") ? "ltr" : undefined}>{text}</bdi>
              </a>
            ) : (
              <bdi>{text}</bdi>
            )}
            {type && href && (
              <span data-part="badge"> {messages.types[type.toLowerCase()] ?? type}</span>
            )}
            {index < shown.length - 1 && messages.listSeparator}
          </span>
        ))}
        {more > 0 && (
          <span data-part="more">
            {" "}
            {(messages.more[new Intl.PluralRules(tag).select(more)] ?? messages.more.other).replace(
              "{count}",
              new Intl.NumberFormat(tag).format(more),
            )}
          </span>
        )}
      </dd>
    </div>
  );
}
