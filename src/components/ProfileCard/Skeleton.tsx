"use client";
import type { JSX } from "react";
import { useMessages } from "../useMessages.js";

/** The props of {@link Skeleton}: what the profile will have. */
export interface SkeletonProps {
  fields: readonly string[];
  hasActions: boolean;
}

/** The geometry of a profile before it is known, so that little moves when it comes. */
export function Skeleton({ fields, hasActions }: SkeletonProps): JSX.Element {
  return (
    <>
      <span data-part="loading">{useMessages().loading}</span>
      <div data-part="header" data-skeleton="" aria-hidden>
        <span data-part="avatar" />
        <div data-part="identity">
          <div data-part="name" />
          <div data-part="subtitle" />
        </div>
      </div>
      {fields.length > 0 && (
        <div data-part="fields" data-skeleton="" aria-hidden>
          {fields.map((path) => (
            <div data-part="field" key={path}>
              <div data-part="label" />
              <div data-part="value" />
            </div>
          ))}
        </div>
      )}
      {hasActions && (
        <div data-part="actions" data-skeleton="" aria-hidden>
          <div />
        </div>
      )}
    </>
  );
}
