import type { JSX, SyntheticEvent } from "react";
import { getInitials } from "../../scim/getInitials.js";
import { getPhotoUrl } from "../../scim/getPhotoUrl.js";
import type { ScimMe } from "../../scim/ScimMe.js";

/** A photo that has loaded, or has failed to. */
type Settled = Pick<SyntheticEvent<HTMLImageElement>, "currentTarget" | "type">;

/** How many colours the style sheet has for initials. */
const HUES = 8;

/** The initials of a person, and a photo over them once it has loaded. */
export function avatar(me: ScimMe, name: string): JSX.Element {
  const url = getPhotoUrl(me);
  return (
    // With the photo's key: a photo that has failed is not in the document for React to take away.
    <span key={url} data-part="avatar" data-hue={hueOf(me.id ?? me.userName ?? name)} aria-hidden>
      <span data-part="initials">{getInitials(name)}</span>
      {url && (
        <img
          data-part="photo"
          src={url}
          alt=""
          width="56"
          height="56"
          referrerPolicy="no-referrer"
          ref={settleEarly}
          onLoad={settle}
          onError={settle}
        />
      )}
    </span>
  );
}

/** A colour of its own for each person, the same wherever they are shown. */
function hueOf(text: string): number {
  let hue = 0;
  for (const character of text.slice(0, 200)) hue = (hue * 31 + character.charCodeAt(0)) % HUES;
  return hue;
}

/** A photo that was in the document before React has loaded without telling it. */
function settleEarly(image: HTMLImageElement | null): void {
  if (image?.complete)
    settle({ currentTarget: image, type: image.naturalWidth ? "load" : "error" });
}

/** One that hangs or fails hides nothing. In the document itself: a component is more work. */
function settle({ currentTarget: image, type }: Settled): void {
  if (type === "load") image.setAttribute("data-loaded", "true");
  else image.remove();
}
