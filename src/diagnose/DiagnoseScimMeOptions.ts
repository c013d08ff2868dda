import type { RequestMeOptions } from "../scim/RequestMeOptions.js";

/** @summary The options of `diagnoseScimMe`: those of `fetchScimMe`, for the whole person. */
export interface DiagnoseScimMeOptions
  extends Omit<RequestMeOptions, "attributes" | "excludedAttributes"> {}
