import type { ErrorRow } from "./ErrorRow.js";
import { gateways } from "./errors/gateways.js";
import { others } from "./errors/others.js";
import { standard } from "./errors/standard.js";
import { wso2 } from "./errors/wso2.js";

/** One refusal a row, as a server sends it. */
export const errors: ErrorRow[] = [...standard, ...wso2, ...others, ...gateways];
