import type { JSX } from "react";
import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import { getAttribute } from "../../scim/getAttribute.js";
import { isObject } from "../../scim/readValues.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { attributeLabel } from "./attributeLabel.js";
import { displayValues } from "./displayValue.js";
import { linkOf } from "./linkOf.js";
import { shorten } from "./shorten.js";

/** Of a list of more values this many are shown, and how many more there are. */
const MOST_VALUES = 3;

/** Draws one attribute of a person with its label; null is one that nobody has. */
export type Field = (me: ScimMe) => JSX.Element | null;

/** What draws an attribute: all that does not depend on the person is done once. */
export function fieldOf(path: string, messages: ScimMeMessages): Field {
  const label = <dt data-part="label">{attributeLabel(path, messages)}</dt>;
  const isPhones = /phoneNumbers/i.test(path);
  const andMore = andMoreIn(messages);
  return (me) => {
    const value = getAttribute(me, path);
    // What stands under a URN has names of its own, and some of it is the server's business.
    if (isObject(value) && [me, me.enterprise, ...Object.values(me.extensions)].includes(value))
      return null;
    const draw = (text: string, item: unknown, index: number) => {
      const key = `${index} ${text}`;
      const href = linkOf(item, isPhones);
      // A phone number is written from left to right in every language.
      const words = <bdi dir={href?.startsWith("tel:") ? "ltr" : undefined}>{text}</bdi>;
      const link = href ? (
        <a href={href} rel="noopener noreferrer">
          {words}
        </a>
      ) : (
        words
      );
      // On a line of its own stands what can be followed, and what has lines itself.
      if (href || (Array.isArray(value) && isObject(item) && !("value" in item))) {
        const type = typeName(item, messages);
        return (
          <div key={key}>
            {link}
            {type && " "}
            {type && <bdi data-part="badge">{type}</bdi>}
          </div>
        );
      }
      return (
        <span key={key}>
          {index > 0 && messages.listSeparator}
          {link}
        </span>
      );
    };
    const { shown, hidden } = displayValues(path, value, messages, MOST_VALUES, draw);
    if (!shown.length) return null;
    // In the same list: one beside something else is more work for React.
    if (hidden)
      shown.push(
        <span data-part="more" key="more">
          {` ${andMore(hidden)}`}
        </span>,
      );
    return (
      <div data-part="field" key={path}>
        {label}
        <dd data-part="value">{shown}</dd>
      </div>
    );
  };
}

/** What a value is for, e.g. `work`. A server may call it `constructor`, which every object has. */
function typeName(item: unknown, { types }: ScimMeMessages): string | undefined {
  const type = isObject(item) && item.type;
  if (typeof type !== "string") return undefined;
  const key = type.toLowerCase();
  return Object.hasOwn(types, key) ? types[key] : shorten(type);
}

/** Languages that write small numbers as JavaScript does. */
const PLAIN_DIGITS = /^(?:de|en|es|fr|hi|ja|pt|zh)(?:-\w\w)?$/;

/** What tells how many more there are, and loads the rules of a language once they are wanted. */
function andMoreIn({ tag, more }: ScimMeMessages): (count: number) => string {
  const locales = [tag, "en"];
  let numbers: Intl.NumberFormat | undefined;
  return (count) => {
    // A browser takes longer to load them than a page to render a card.
    const isPlain = count < 1000 && PLAIN_DIGITS.test(tag);
    if (!isPlain) numbers ??= new Intl.NumberFormat(locales);
    const digits = numbers?.format(count) ?? `${count}`;
    const form = Object.keys(more)[1] ? new Intl.PluralRules(locales).select(count) : "other";
    return (more[form] ?? more.other).replace("{count}", digits);
  };
}
