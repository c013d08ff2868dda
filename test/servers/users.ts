import type { UserRow } from "./UserRow.js";
import { others } from "./users/others.js";
import { standard } from "./users/standard.js";
import { suites } from "./users/suites.js";
import { wso2 } from "./users/wso2.js";

/** One person a row, as a server sends them; all of them are invented. */
export const users: UserRow[] = [...standard, ...wso2, ...suites, ...others];
