"use client";
import type { JSX } from "react";
import { useMessages } from "../useMessages.js";

/** The geometry of a profile before it is known, so that nothing moves when it comes. */
export function Skeleton({ size }: { size: "default" | "compact" }): JSX.Element {
  return (
    <>
      <span data-part="loading" role="status">
        {useMessages().loading}
      </span>
      <div data-part="header" data-skeleton="" aria-hidden="true">
        <span data-part="avatar" />
        <div data-part="identity">
          <span data-part="name" />
          <span data-part="subtitle" />
        </div>
      </div>
      {size === "default" && (
        <div data-part="fields" data-skeleton="" aria-hidden="true">
          {[0, 1, 2].map((row) => (
            <div data-part="field" key={row}>
              <span data-part="label" />
              <span data-part="value" />
            </div>
          ))}
        </div>
      )}
    </>
  );
}
