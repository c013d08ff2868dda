import { useEffect, useRef, useState } from "react";

/** The states so far, in order; the last dozen. */
export function useHistory<Name extends string>(now: Name): readonly Name[] {
  const visited = useRef<Name[]>([]);
  const [, show] = useState(0);
  useEffect(() => {
    if (visited.current.at(-1) === now) return;
    visited.current = [...visited.current, now].slice(-12);
    show(visited.current.length);
  }, [now]);
  return visited.current.at(-1) === now ? visited.current : [...visited.current, now];
}
