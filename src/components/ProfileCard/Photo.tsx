"use client";
import { type JSX, useCallback, useState } from "react";

/** A photo over the initials once it has loaded: one that hangs or fails hides nothing. */
export function Photo({ url }: { url: string }): JSX.Element | null {
  const [loaded, setLoaded] = useState<boolean>();
  // A photo that was in the document before React has loaded without telling it.
  const look = useCallback((image: HTMLImageElement | null) => {
    if (image?.complete) setLoaded(image.naturalWidth > 0);
  }, []);
  if (loaded === false) return null;
  return (
    <img
      data-part="photo"
      data-loaded={loaded}
      src={url}
      alt=""
      width="56"
      height="56"
      referrerPolicy="no-referrer"
      ref={look}
      onLoad={() => setLoaded(true)}
      onError={() => setLoaded(false)}
    />
  );
}
