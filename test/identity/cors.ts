import type { RequestHandler } from "express";

/**
 * Answers preflights and names the origin on every answer, errors included: a browser hides the
 * status of an answer that does not name it.
 */
export function cors(
  allowedOrigins: readonly string[],
  methods: readonly string[],
): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary("Origin");
    if (origin !== undefined && allowedOrigins.includes(origin)) {
      response.set("Access-Control-Allow-Origin", origin);
      response.set("Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After, Location");
    }
    if (request.method !== "OPTIONS") return next();
    response.set("Access-Control-Allow-Methods", methods.join(", "));
    response.set("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, If-Match");
    // A preflight carries no token, so it is answered before anything asks for one.
    response.status(204).end();
  };
}
