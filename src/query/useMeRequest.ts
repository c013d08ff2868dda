"use client";
import { hashKey } from "@tanstack/react-query";
import { useContext } from "react";
import { isControlFlow } from "../scim/isControlFlow.js";
import { meQueryOptions } from "./meQueryOptions.js";
import type { WholeRequest } from "./readMe.js";
import { ScimMeContext } from "./ScimMeContext.js";
import type { ScimMeQueryOptions } from "./scimMeQueryOptions.js";
import type { ConsumerRequestOptions } from "./splitRequest.js";

/** How to reach `/Me`, with everything that a key or an effect depends on filled in. */
export interface MeRequest extends WholeRequest {
  pending: boolean;
  query: MeQueryOptions;
  /** Of these what no caller has a say in. */
  fixed: object;
}

/** What a component of ours asks with; its `queryHash` says whose profile this can be at all. */
export interface MeQueryOptions extends ScimMeQueryOptions {
  queryHash: string;
}

const ours = {
  // What a framework throws to redirect has to reach its boundary.
  throwOnError: (error: Error) => isControlFlow(error) && !("then" in error),
  // To read `isFetching` would render everything twice for each refetch.
  notifyOnChangeProps: ["data", "error"],
};

/** A component's own request options over the provider's, which most add nothing to. */
export function useMeRequest(own: ConsumerRequestOptions): MeRequest {
  const defaults = useContext(ScimMeContext);
  if (defaults.query && !Object.keys(own).length) return defaults as MeRequest;
  return wholeRequest({ ...defaults, ...own });
}

/** Fills in what is not given. */
export function wholeRequest<T extends ConsumerRequestOptions>(given: T): T & MeRequest {
  const { endpoint = "", subject = null, pending = false } = given;
  // Not spread, which takes twice as long: a server does this for each page.
  const request = Object.assign({}, given, { endpoint, subject, pending }) as T & MeRequest;
  const query = meQueryOptions(request);
  const { queryKey, queryFn } = query;
  const fixed = {
    queryKey,
    queryFn,
    queryHash: hashKey(queryKey),
    queryKeyHashFn: undefined,
    // Kept previous data would show one person to another.
    placeholderData: undefined,
  };
  return Object.assign(request, { fixed, query: Object.assign(query, ours, fixed) });
}
