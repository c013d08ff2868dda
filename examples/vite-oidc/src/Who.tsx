import { getDisplayName, getScimMeState, useScimMe } from "react-scim-me";

/** Who is signed in, on every page: the card's own profile, and no request more. */
export function Who() {
  const me = useScimMe();
  return getScimMeState(me) === "ready" && me.data ? <bdi>{getDisplayName(me.data)}</bdi> : null;
}
