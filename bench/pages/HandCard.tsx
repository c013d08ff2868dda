import { type JSX, type ReactNode, useId } from "react";
import type { ScimMe } from "../../src/index.js";

/** A card as one would write it for one app: the same text and nodes as the kit's, and no more. */
export function HandCard({ me }: { me: ScimMe }): JSX.Element {
  const id = useId();
  const name = me.displayName ?? me.userName ?? "";
  const initials = name
    .split(" ")
    .map((word) => word.charAt(0))
    .join("");
  const { enterprise: work } = me;
  const hidden = me.groups.length - 3;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the kit's card is a group too.
    <div
      role="group"
      aria-labelledby={id}
      data-scim="ProfileCard"
      data-state="ready"
      data-size="default"
    >
      <div data-part="header">
        <span data-part="avatar" data-hue="7" aria-hidden="true">
          <span data-part="initials">{initials}</span>
          <img
            data-part="photo"
            src={me.photos[0]?.value}
            alt=""
            width="56"
            height="56"
            referrerPolicy="no-referrer"
          />
        </span>
        <div data-part="identity">
          <div data-part="name" id={id}>
            <bdi>{name}</bdi>
          </div>
          <div data-part="subtitle">
            <bdi>{me.title}</bdi>
            {" · "}
            <bdi>{work?.organization}</bdi>
          </div>
        </div>
      </div>
      <dl data-part="fields">
        <Field label="Email">
          {me.emails.map(({ value, type }) => (
            <Line key={value} href={`mailto:${value}`} text={value} type={type} />
          ))}
        </Field>
        <Field label="Phone">
          {me.phoneNumbers.map(({ value, type }) => (
            <Line
              key={value}
              href={`tel:${value.replace(/[^\d+]/g, "")}`}
              text={value}
              type={type}
              dir="ltr"
            />
          ))}
        </Field>
        <Field label="Department">
          <span>
            <bdi>{work?.department}</bdi>
          </span>
        </Field>
        <Field label="Manager">
          <span>
            <bdi>{work?.manager?.displayName}</bdi>
          </span>
        </Field>
        <Field label="Groups">
          {me.groups.slice(0, 3).map(({ value, display }, index) => (
            <span key={value}>
              {index > 0 && ", "}
              <bdi>{display}</bdi>
            </span>
          ))}
          <span data-part="more"> {`and ${hidden} more`}</span>
        </Field>
      </dl>
    </div>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }): JSX.Element {
  return (
    <div data-part="field">
      <dt data-part="label">{label}</dt>
      <dd data-part="value">{children}</dd>
    </div>
  );
}

interface LineProps {
  href: string;
  text: string;
  type?: string | undefined;
  dir?: "ltr";
}

function Line({ href, text, type = "", dir }: LineProps): JSX.Element {
  return (
    <div>
      <a href={href} rel="noopener noreferrer">
        <bdi dir={dir}>{text}</bdi>
      </a>{" "}
      <bdi data-part="badge">{type.charAt(0).toUpperCase() + type.slice(1)}</bdi>
    </div>
  );
}
