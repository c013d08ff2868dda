import type { ScimMeMockRequest } from "../src/mocks/index.ts";

let seen: ScimMeMockRequest[] = [];
let unanswered: string[] = [];

/** What the mocks were asked since the story began; never a token. */
export function requests(): readonly ScimMeMockRequest[] {
  return seen;
}

/** What no mock answers, since the story began. */
export function unansweredRequests(): readonly string[] {
  return unanswered;
}

export function recordRequest(request: ScimMeMockRequest): void {
  seen.push(request);
}

export function recordUnanswered({ method, url }: Request): void {
  unanswered.push(`${method} ${url}`);
}

export function forgetRequests(): void {
  seen = [];
  unanswered = [];
}
