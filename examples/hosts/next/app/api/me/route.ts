import { me } from "../../../../shared/server.ts";

export const { GET, PATCH } = me;
