import { me } from "../../../../common/server.ts";

export const { GET, PATCH } = me;
