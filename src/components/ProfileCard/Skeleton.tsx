"use client";
import type { JSX } from "react";
import { useMessages } from "../useMessages.js";
import type { CardLook } from "./CardFrame.js";
import { shownFields } from "./shownFields.js";

/** The props of {@link Skeleton}: what the profile will have. */
export interface SkeletonProps {
  look: CardLook;
  /** The actions are there themselves. */
  held: boolean;
}

/** The geometry of a profile before it is known, so that little moves when it comes. */
export function Skeleton({ look, held }: SkeletonProps): JSX.Element {
  const { fields, size, actions } = look;
  const paths = shownFields(fields, size);
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
      {paths.length > 0 && (
        <div data-part="fields" data-skeleton="" aria-hidden>
          {paths.map((path) => (
            <div data-part="field" key={path}>
              <div data-part="label" />
              <div data-part="value" />
            </div>
          ))}
        </div>
      )}
      {!!actions && !held && (
        <div data-part="actions" data-skeleton="" aria-hidden>
          <div />
        </div>
      )}
    </>
  );
}
