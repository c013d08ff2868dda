import { QueryClient } from "@tanstack/react-query";
import { scimMeQueryOptions } from "react-scim-me";
import type { Session } from "../common/signIn.ts";

export const queryClient = new QueryClient();
export const endpoint = "/scim2/Me";

/** Routes read it before anything of React's is there. */
export const current: { session?: Session | undefined } = {};
export const tokenProvider = () => current.session?.accessToken;

export const meQuery = () =>
  scimMeQueryOptions({ endpoint, tokenProvider, subject: current.session?.subject });
