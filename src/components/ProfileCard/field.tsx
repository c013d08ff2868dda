import type { JSX } from "react";
import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import { getAttribute } from "../../scim/getAttribute.js";
import { isObject } from "../../scim/readValues.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { attributeLabel } from "./attributeLabel.js";
import { type DisplayValue, displayValues } from "./displayValue.js";

/** Of a list of more values this many are shown, and how many more there are. */
const MOST_VALUES = 3;

/** One attribute with its label, or null for one that nobody has. */
export function field(me: ScimMe, messages: ScimMeMessages, path: string): JSX.Element | null {
  const value = getAttribute(me, path);
  // What stands under a URN has names of its own, and some of it is the server's business.
  if (isObject(value) && [me, me.enterprise, ...Object.values(me.extensions)].includes(value))
    return null;
  const { shown, hidden } = displayValues(path, value, messages, MOST_VALUES);
  if (!shown.length) return null;
  const values = shown.map((value, index) => {
    const { text, type, isLine } = value;
    const key = `${index} ${text}`;
    return isLine ? (
      <div key={key}>
        {shownValue(value)}
        {type && " "}
        {type && <bdi data-part="badge">{typeName(type, messages.types)}</bdi>}
      </div>
    ) : (
      <span key={key}>
        {index > 0 && messages.listSeparator}
        {shownValue(value)}
      </span>
    );
  });
  // In the same list: one beside something else is more work for React.
  if (hidden)
    values.push(
      <span data-part="more" key="more">
        {` ${andMore(hidden, messages)}`}
      </span>,
    );
  return (
    <div data-part="field" key={path}>
      <dt data-part="label">{attributeLabel(path, messages)}</dt>
      <dd data-part="value">{values}</dd>
    </div>
  );
}

/** Languages that write small numbers as JavaScript does. */
const PLAIN_DIGITS = /^(?:de|en|es|fr|hi|ja|pt|zh)(?:-\w\w)?$/;

function andMore(count: number, { tag, more }: ScimMeMessages): string {
  const locales = [tag, "en"];
  // A browser takes longer to load the rules of a language than a page to render a card.
  const isPlain = count < 1000 && PLAIN_DIGITS.test(tag);
  const digits = isPlain ? `${count}` : count.toLocaleString(locales);
  const form = Object.keys(more)[1] ? new Intl.PluralRules(locales).select(count) : "other";
  return (more[form] ?? more.other).replace("{count}", digits);
}

/** A server may call a type `constructor`, which every object has. */
function typeName(type: string, types: ScimMeMessages["types"]): string | undefined {
  const key = type.toLowerCase();
  return Object.hasOwn(types, key) ? types[key] : type;
}

function shownValue({ text, href }: DisplayValue): JSX.Element {
  // A phone number is written from left to right in every language.
  const words = <bdi dir={href?.startsWith("tel:") ? "ltr" : undefined}>{text}</bdi>;
  return href ? (
    <a href={href} rel="noopener noreferrer">
      {words}
    </a>
  ) : (
    words
  );
}
