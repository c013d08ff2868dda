import { useEffect, useState } from "react";
import type { ScimMe } from "../../src/index.js";
import { askMe } from "./askMe.ts";

/** The signed-in person by effect and state, as in many a tutorial. */
export function useNaiveMe(): ScimMe | undefined {
  const [me, setMe] = useState<ScimMe>();
  useEffect(() => {
    let isOver = false;
    askMe().then((found) => {
      if (!isOver) setMe(found);
    });
    return () => {
      isOver = true;
    };
  }, []);
  return me;
}
