interface Origin {
  /** The test that was running when the first of them was set. */
  test: string;
  /** How many in a row were set since that test was over. */
  length: number;
}

/** What a test leaves may end a little later; what goes on like this goes on for ever. */
const LONG = 3;

const left = new Map<string, string>();
const told = new Set<string>();
let running = "";
/** Of the timer that is firing. */
let origin: Origin | undefined;

/** Names the test to which the timers that follow belong. */
export function begin(test: string): void {
  running = test;
}

/** The tests whose timers go on after their end, and where these are set; each is told once. */
export function takeLeft(): string[] {
  const news = [...left].filter(([test]) => !told.has(test));
  for (const [test] of news) told.add(test);
  return news.map(([test, where]) => `${test}\n${where}`);
}

function next({ test, length }: Origin = { test: running, length: 0 }): Origin {
  if (test === running) return { test, length: 0 };
  if (length >= LONG && !left.has(test)) left.set(test, new Error().stack ?? "");
  return { test, length: length + 1 };
}

function fire(from: Origin, handler: () => void): void {
  const outer = origin;
  origin = from;
  try {
    handler();
  } finally {
    origin = outer;
  }
}

type Handler = (...args: unknown[]) => void;

const { setTimeout, setInterval } = globalThis;

// With what Node's own ones have beside them: how they are promised.
globalThis.setTimeout = Object.assign((handler: Handler, ms?: number, ...args: unknown[]) => {
  const from = next(origin);
  return setTimeout(() => fire(from, () => handler(...args)), ms);
}, setTimeout);

globalThis.setInterval = Object.assign((handler: Handler, ms?: number, ...args: unknown[]) => {
  let from = next(origin);
  return setInterval(() => {
    from = next(from);
    fire(from, () => handler(...args));
  }, ms);
}, setInterval);
