"use client";
import { useContext } from "react";
import { ScimMeContext } from "./ScimMeContext.js";
import type { ScimMeRequestOptions } from "./ScimMeRequestOptions.js";
import { type MeRequestOptions, splitRequest } from "./splitRequest.js";

/** How to reach `/Me`, with everything that a key or an effect depends on filled in. */
export interface MeRequest extends ScimMeRequestOptions {
  endpoint: string;
  subject: string | null;
  pending: boolean;
}

/** A component's own request options over the provider's. */
export function useMeRequest(own: MeRequestOptions): MeRequest {
  const [defaults] = splitRequest(useContext(ScimMeContext));
  const request = { ...defaults, ...own };
  const { endpoint = "", subject = null, pending = false } = request;
  return { ...request, endpoint, subject, pending };
}
