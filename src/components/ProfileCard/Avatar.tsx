"use client";
import { type JSX, useState } from "react";
import { getInitials } from "../../scim/getInitials.js";
import { getPhotoUrl } from "../../scim/getPhotoUrl.js";
import type { ScimMe } from "../../scim/ScimMe.js";

/** How many colours the style sheet has for initials. */
const HUES = 8;

/** A colour of its own for each person, the same wherever they are shown. */
function hueOf(text: string): number {
  let hash = 0;
  for (const character of text.slice(0, 200)) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % HUES;
}

/** Initials, and the photo over them once it has loaded: one that hangs or fails hides nothing. */
export function Avatar({ me, name }: { me: ScimMe; name: string }): JSX.Element {
  const url = getPhotoUrl(me);
  const [photo, setPhoto] = useState<{ url: string; loaded: boolean }>();
  const known = photo?.url === url ? photo : undefined;
  return (
    <span data-part="avatar" data-hue={hueOf(me.id ?? me.userName ?? name)} aria-hidden="true">
      <span data-part="initials">{getInitials(name)}</span>
      {url && known?.loaded !== false && (
        <img
          data-part="photo"
          data-loaded={known?.loaded}
          src={url}
          alt=""
          width="56"
          height="56"
          referrerPolicy="no-referrer"
          // A photo that was in the document before React has loaded without telling it.
          ref={(image) => {
            if (image?.complete && !known) setPhoto({ url, loaded: image.naturalWidth > 0 });
          }}
          onLoad={() => setPhoto({ url, loaded: true })}
          onError={() => setPhoto({ url, loaded: false })}
        />
      )}
    </span>
  );
}
