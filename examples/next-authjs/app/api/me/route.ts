import { createScimMeHandlers } from "react-scim-me/server";
import { freshTokens } from "../../../session.ts";

/** `/Me` for the browser, which sends its session's cookie and never has the token. */
export const { GET, PATCH } = createScimMeHandlers({
  endpoint: `${process.env.AUTH_ASGARDEO_ME_ENDPOINT}`,
  tokenProvider: async ({ request, responseHeaders, rejectedToken }) =>
    (await freshTokens(request.headers, responseHeaders, rejectedToken))?.access_token,
});
