import type { JSX, ReactNode } from "react";
import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import { getDisplayName } from "../../scim/getDisplayName.js";
import { getPrimary } from "../../scim/getPrimary.js";
import { isVisible } from "../../scim/isVisible.js";
import { pendingValues } from "../../scim/pendingValues.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { avatar } from "./avatar.js";
import type { CardLook } from "./CardFrame.js";
import type { Field } from "./fieldOf.js";
import { shorten } from "./shorten.js";

/** More than anybody waits for; a server may send thousands. */
const MOST_NOTICES = 3;

/** Who a person is at a glance and attribute by attribute, and what of them waits to be confirmed. */
export interface Parts {
  name: string;
  avatar: JSX.Element;
  subtitle: ReactNode;
  fields: ReactNode;
  notices: ReactNode;
}

/** Makes what a card shows of a person. */
export function makeParts(
  me: ScimMe,
  messages: ScimMeMessages,
  size: CardLook["size"],
  fields: readonly Field[],
): Parts {
  const name = shorten(getDisplayName(me));
  const email = size === "compact" && getPrimary(me.emails)?.value;
  const texts = email ? [email] : [me.title, me.enterprise?.organization];
  const [first, other] = texts.filter(isVisible).map(shorten);
  const second = other === first ? undefined : other;
  const rows = fields.map((field) => field(me));
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
    fields: rows.some(Boolean) && <dl data-part="fields">{rows}</dl>,
    notices: pendingValues(me)
      .slice(0, MOST_NOTICES)
      .map((value) => {
        const [before, after] = messages.pending.split("{value}");
        return (
          <p role="status" data-part="notice" key={value}>
            {before}
            <bdi>{shorten(value)}</bdi>
            {after}
          </p>
        );
      }),
  };
}
