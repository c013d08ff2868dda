import { useQuery } from "@tanstack/react-query";
import type { ScimMe } from "../../src/index.js";
import { askMe, endpoint } from "./askMe.ts";

export const handKey = ["me", endpoint];

/** The signed-in person by hand on TanStack Query. */
export function useHandMe(): ScimMe | undefined {
  return useQuery({
    queryKey: handKey,
    queryFn: ({ signal }) => askMe(signal),
    staleTime: 60_000,
  }).data;
}
