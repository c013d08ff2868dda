import { http } from "msw";
import { type SetupWorker, setupWorker } from "msw/browser";
import { examplePhoto } from "../src/mocks/examplePhoto.ts";
import { scimMeHandlers } from "../src/mocks/index.ts";
import { endpoint } from "./endpoint.ts";
import { photoUrl } from "./photoUrl.ts";
import { isReal } from "./realRequests.ts";
import { recordRequest, recordUnanswered } from "./requests.ts";

let ready: Promise<SetupWorker> | undefined;

/**
 * Starts the one worker that answers for every story on the page.
 *
 * Remembered, because a docs page asks once per story, and a second worker breaks the first. The
 * stories share it, so its handlers keep to the bearer token, which names the story's scenario.
 */
export function startMocks(): Promise<SetupWorker> {
  ready ??= start();
  return ready;
}

/** What one story changes is not changed in the next. */
export async function forgetUpdates(): Promise<void> {
  (await ready)?.resetHandlers(...handlers());
}

function handlers() {
  return [
    ...scimMeHandlers({ endpoint, onRequest: recordRequest }),
    http.get(photoUrl, () => fetch(examplePhoto)),
  ];
}

async function start(): Promise<SetupWorker> {
  const worker = setupWorker(...handlers());
  await worker.start({
    quiet: true,
    // Relative, because a published Storybook often lies under a path.
    serviceWorker: { url: new URL("mockServiceWorker.js", document.baseURI).pathname },
    onUnhandledRequest(request, print) {
      // The page's own scripts and fonts pass, and what somebody sends to their own provider;
      // whatever else a story asks for is an error.
      if (new URL(request.url).origin === location.origin || isReal(request)) return;
      recordUnanswered(request);
      print.error();
    },
  });
  return worker;
}
