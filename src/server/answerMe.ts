import type { MeAnswer } from "../scim/RequestMeOptions.js";
import { readAnswer } from "../scim/readAnswer.js";
import type { ScimMe } from "../scim/ScimMe.js";
import { ScimMeError } from "../scim/ScimMeError.js";
import type { CreateScimMeHandlersOptions } from "./createScimMeHandlers.js";
import { errorResponse } from "./errorResponse.js";
import { forwardMe } from "./forwardMe.js";
import { readAttributes } from "./readAttributes.js";
import { readPatch } from "./readPatch.js";
import { requireOwnPage } from "./requireOwnPage.js";
import { scimResponse } from "./scimResponse.js";

/** Answers one request for the signed-in person. */
export async function answerMe(
  options: CreateScimMeHandlersOptions,
  request: Request,
  method: "GET" | "PATCH",
): Promise<Response> {
  const responseHeaders = new Headers();
  try {
    requireOwnPage(request, method, options.allowedOrigins);
    const names = readAttributes(request, options.endpoint);
    const change = method === "PATCH" ? await readPatch(request) : undefined;
    const answer = await forwardMe({ ...options, ...names }, { request, responseHeaders }, change);
    const ours = { ETag: answer.etag };
    const person = change ? whatCameOf(answer) : readAnswer(answer);
    return scimResponse(person ? 200 : 204, person?.raw, ours, responseHeaders);
  } catch (error) {
    // Nobody is left to read it; 499 is what logs say for that.
    if (request.signal.aborted) return new Response(null, { status: 499 });
    // A framework's own, to redirect or to suspend.
    if (!(error instanceof ScimMeError)) throw error;
    log(options, error, request);
    return errorResponse(error, responseHeaders);
  }
}

/** RFC 7644 §3.5.2: a change may be answered without saying what came of it, and is taken all the same. */
function whatCameOf(answer: MeAnswer): ScimMe | undefined {
  try {
    return readAnswer(answer);
  } catch {
    return undefined;
  }
}

/** A log that fails, at once or later, is not to keep a person from their answer. */
function log({ onError }: CreateScimMeHandlersOptions, error: ScimMeError, request: Request): void {
  new Promise((resolve) => resolve(onError?.(error, request))).catch(console.error);
}
