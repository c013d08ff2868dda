/**
 * The Me resource as the browser calls it in the direct mode, with the access token in its session.
 * Left out, which is the default, the token stays on this server.
 */
export const directEndpoint = process.env.NEXT_PUBLIC_ASGARDEO_ME_ENDPOINT;
