import type { MeAnswer } from "../scim/RequestMeOptions.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeError } from "../scim/ScimMeError.js";

/** What one attempt to read `/Me` left behind: all that the checks look at. */
export interface Evidence {
  /** The endpoint as it was given; not to be shown, because anything may stand there. */
  written: string;
  /** The URL that was called; absent where the endpoint is refused. */
  url?: URL;
  /** The origin of the page this runs in; absent where there is no page. */
  page: string | undefined;
  /** Whether cookies stand in the token's place. */
  usesCookie: boolean;
  /** What the token provider gave, in order; never to be shown. */
  given: unknown[];
  /** What was answered, in order: a second one came to a renewed token. */
  responses: Response[];
  /** Why there is no good answer. */
  error?: ScimMeError;
  /** Whether the server answered a request whose answer no page can read; absent if not asked. */
  probed?: boolean;
  /** The good answer, as text. */
  answer?: MeAnswer;
  /** The answer as JSON; absent where it is none. */
  body?: unknown;
  /** The answer as a person; absent where it is none. */
  me?: ScimMe;
}

/** Whether the time was spent on a renewal: the server had refused the token at once. */
export function isRenewing({ error, given, responses }: Evidence): boolean {
  const isRefused = responses.at(-1)?.status === 401 && given.length === responses.length;
  return error?.reason === "timeout" && isRefused;
}
