import type { RequestHandler } from "express";

/** One answered request, without query, headers or body: none of them may be kept. */
export interface LoggedRequest {
  server: "openid" | "scim";
  method: string;
  path: string;
  /** 0 where the connection ended before there was an answer. */
  status: number;
  /** `grant_type`, for requests to the token endpoint. */
  grantType?: string;
}

/** Appends each request to `log` once its answer has been sent, or cannot be any more. */
export function logRequests(server: LoggedRequest["server"], log: LoggedRequest[]): RequestHandler {
  return (request, response, next) => {
    const { method, originalUrl } = request;
    const path = originalUrl.split("?", 1)[0] ?? originalUrl;
    response.once("close", () => {
      const { grantType } = response.locals as { grantType?: string };
      log.push({
        server,
        method,
        path,
        status: response.writableFinished ? response.statusCode : 0,
        ...(grantType !== undefined && { grantType }),
      });
    });
    next();
  };
}
