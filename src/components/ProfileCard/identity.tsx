import type { JSX, ReactNode } from "react";
import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import { getDisplayName } from "../../scim/getDisplayName.js";
import { getPrimary } from "../../scim/getPrimary.js";
import { isVisible } from "../../scim/isVisible.js";
import { pendingValues } from "../../scim/pendingValues.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { avatar } from "./avatar.js";
import { shorten } from "./shorten.js";

/** More than anybody waits for; a server may send thousands. */
const MOST_NOTICES = 3;

/** Who a person is at a glance, and what of them waits to be confirmed. */
export interface Identity {
  name: string;
  avatar: JSX.Element;
  subtitle: ReactNode;
  notices: ReactNode;
}

/** The identity of a person on a card of a size, which comes after a space: see `CardFrame`. */
export function identity(me: ScimMe, { pending }: ScimMeMessages, size: string): Identity {
  const name = shorten(getDisplayName(me));
  const email = size === " compact" && getPrimary(me.emails)?.value;
  const texts = email ? [email] : [me.title, me.enterprise?.organization];
  const [first, second] = new Set(texts.filter(isVisible).map(shorten));
  const [before, after] = pending.split("{value}");
  return {
    name,
    avatar: avatar(me, name),
    subtitle: first && first !== name && (
      // With or without a second is another element: who translates the page takes bare text away,
      // where React is to find it.
      <div data-part="subtitle" key={second && "two"}>
        <bdi>{first}</bdi>
        {second && " · "}
        {second && <bdi>{second}</bdi>}
      </div>
    ),
    notices: pendingValues(me)
      .slice(0, MOST_NOTICES)
      .map((value) => (
        <p role="status" data-part="notice" key={value}>
          {before}
          <bdi>{shorten(value)}</bdi>
          {after}
        </p>
      )),
  };
}
