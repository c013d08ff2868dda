import type { UseQueryResult } from "@tanstack/react-query";
import type { JSX } from "react";
import {
  getScimMeState,
  type ScimMe,
  type ScimMeError,
  type TokenProvider,
  type UseScimMeOptions,
  useScimMe,
} from "../../../src/index.js";

/** A consumer that shows its state and the person's name. */
export function Reader(props: {
  id?: string;
  tokenProvider?: TokenProvider;
  options?: UseScimMeOptions;
  onRender?: (me: UseQueryResult<ScimMe, ScimMeError>) => void;
}): JSX.Element {
  const { id = "me", tokenProvider, options, onRender } = props;
  const me = useScimMe(tokenProvider, options);
  onRender?.(me);
  return (
    <p data-testid={id}>
      {getScimMeState(me)} {me.data?.displayName}
    </p>
  );
}
