import { createScimMeHandlers } from "react-scim-me/server";
import { meEndpoint, readSession } from "../../readSession.ts";

/** `/Me` for our own pages: the access token is added here. */
export const { GET, PATCH } = createScimMeHandlers({
  endpoint: meEndpoint,
  tokenProvider: async () => (await readSession())?.accessToken,
});
