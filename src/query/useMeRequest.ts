"use client";
import { hashKey } from "@tanstack/react-query";
import { useContext } from "react";
import { isControlFlow } from "../scim/isControlFlow.js";
import { meQueryOptions } from "./meQueryOptions.js";
import type { WholeRequest } from "./readMe.js";
import { ScimMeContext, type ScimMeDefaults } from "./ScimMeContext.js";
import type { ScimMeQueryOptions } from "./scimMeQueryOptions.js";
import { type ConsumerRequestOptions, splitRequest } from "./splitRequest.js";

/** How to reach `/Me`, with everything that a key or an effect depends on filled in. */
export interface MeRequest extends WholeRequest {
  pending: boolean;
  query: MeQueryOptions;
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
  // Kept previous data would show one person to another.
  placeholderData: undefined,
  queryKeyHashFn: undefined,
};

/** The requests of consumers that add nothing of their own, as most: made once for each provider. */
const shared = new WeakMap<ScimMeDefaults, MeRequest>();

/** A component's own request options over the provider's. */
export function useMeRequest(own: ConsumerRequestOptions): MeRequest {
  const defaults = useContext(ScimMeContext);
  if (Object.keys(own).length) return wholeRequest({ ...splitRequest(defaults)[0], ...own });
  let request = shared.get(defaults);
  if (!request) {
    request = wholeRequest(defaults);
    shared.set(defaults, request);
  }
  return request;
}

function wholeRequest(given: ConsumerRequestOptions): MeRequest {
  const { endpoint = "", subject = null, pending = false } = given;
  // Not spread, which takes twice as long: a server does this for each page.
  const request = Object.assign({}, given, { endpoint, subject, pending }) as MeRequest;
  const query = meQueryOptions(request);
  request.query = Object.assign(query, ours, { queryHash: hashKey(query.queryKey) });
  return request;
}
