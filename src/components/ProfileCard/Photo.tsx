"use client";
import { type JSX, useEffect, useRef, useState } from "react";

/** A photo over the initials once it has loaded: one that hangs or fails hides nothing. */
export function Photo({ url }: { url: string }): JSX.Element | null {
  const [loaded, setLoaded] = useState<boolean>();
  const image = useRef<HTMLImageElement>(null);
  // A photo that was in the document before React has loaded without telling it.
  useEffect(() => {
    if (image.current?.complete) setLoaded(image.current.naturalWidth > 0);
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
      ref={image}
      onLoad={() => setLoaded(true)}
      onError={() => setLoaded(false)}
    />
  );
}
