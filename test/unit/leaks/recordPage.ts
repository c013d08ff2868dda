import { vi } from "vitest";
import type { Place, Records } from "./watchPlaces.js";

/** Records what reaches the places of a page; `stop` puts everything back. */
export function recordPage(records: Records) {
  const undo: (() => void)[] = [];
  const into = (place: Place) => (what: unknown) => void records[place].push(what);

  for (const method of Object.keys(console) as (keyof Console)[]) {
    if (typeof console[method] === "function")
      undo.push(wrap(console, method, into("the console")));
  }
  for (const method of ["pushState", "replaceState"] as const) {
    undo.push(wrap(history, method, into("the history's states")));
  }
  undo.push(wrap(window, "postMessage", into("messages to other windows")));
  undo.push(
    wrap(Storage.prototype, "setItem", (args, storage) =>
      into(storage === localStorage ? "localStorage" : "sessionStorage")(args),
    ),
  );
  undo.push(recordErrors(into("errors and their causes")));
  vi.stubGlobal("BroadcastChannel", recordedChannel(into("messages to other tabs")));
  vi.stubGlobal("indexedDB", recordedObject(into("IndexedDB")));
  vi.stubGlobal("caches", recordedObject(into("the cache storage")));
  const page = watchDocument(into("the document"));

  return {
    snapshot: (): Partial<Record<Place, unknown>> => ({
      "the URL": [location.href, document.referrer, document.title],
      "the history's states": history.state,
      localStorage: { ...localStorage },
      sessionStorage: { ...sessionStorage },
      cookies: document.cookie,
      "the window's name": window.name,
      "the document": document.documentElement.outerHTML,
    }),
    /** Forgets changes of the document that nobody has been told of yet. */
    mark: () => void page.takeRecords(),
    stop(): void {
      page.disconnect();
      for (const each of undo.reverse()) each();
      vi.unstubAllGlobals();
    },
  };
}

function wrap<T extends object>(
  owner: T,
  method: keyof T,
  record: (args: unknown[], self: unknown) => void,
): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, method);
  const original = owner[method] as (...args: unknown[]) => unknown;
  const recorded = function (this: unknown, ...args: unknown[]) {
    record(args, this);
    return original.apply(this, args);
  };
  Object.defineProperty(owner, method, { value: recorded, configurable: true, writable: true });
  return () => {
    if (own) Object.defineProperty(owner, method, own);
    else delete owner[method];
  };
}

/** Errors that nobody catches. */
function recordErrors(record: (error: unknown) => void): () => void {
  const onError = (event: ErrorEvent) => record([event.message, event.error]);
  const onRejection = (event: Event) => record((event as PromiseRejectionEvent).reason);
  window.addEventListener("error", onError);
  window.addEventListener("unhandledrejection", onRejection);
  return () => {
    window.removeEventListener("error", onError);
    window.removeEventListener("unhandledrejection", onRejection);
  };
}

/** Names are recorded too: a name is what other tabs of the origin can guess. */
function recordedChannel(record: (what: unknown) => void): typeof BroadcastChannel {
  return class extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      record({ name });
    }
    override postMessage(message: unknown): void {
      record({ message });
      super.postMessage(message);
    }
  };
}

/** jsdom has neither IndexedDB nor a cache storage: what is asked of this one is recorded. */
function recordedObject(record: (what: unknown) => void): object {
  return new Proxy(
    {},
    {
      get:
        (_, property) =>
        (...args: unknown[]) => {
          record([property, ...args]);
          throw new DOMException("denied", "SecurityError");
        },
    },
  );
}

/** Everything that the document shows from its first byte on. */
function watchDocument(record: (what: unknown) => void): MutationObserver {
  const observer = new MutationObserver(() => record(document.documentElement.outerHTML));
  observer.observe(document, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  return observer;
}
