import type { RequestHandler } from "express";

/**
 * Answers preflights and names the origin on every answer, errors included: a browser hides the
 * status of an answer that does not name it.
 */
export function cors(
  allowedOrigins: readonly string[],
  methods: readonly string[],
  hasEntityTags: () => boolean = () => false,
): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary("Origin");
    if (origin !== undefined && allowedOrigins.includes(origin)) {
      response.set("Access-Control-Allow-Origin", origin);
      const exposed = `WWW-Authenticate, Retry-After, Location${hasEntityTags() ? ", ETag" : ""}`;
      response.set("Access-Control-Expose-Headers", exposed);
    }
    if (request.method !== "OPTIONS") return next();
    response.set("Access-Control-Allow-Methods", methods.join(", "));
    const allowed = `Authorization, Content-Type, Accept${hasEntityTags() ? ", If-Match" : ""}`;
    response.set("Access-Control-Allow-Headers", allowed);
    // A preflight carries no token, so it is answered before anything asks for one.
    response.status(204).end();
  };
}
