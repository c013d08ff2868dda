// React 18's development build throws each error within an event of the page too, to be seen by
// debuggers: jsdom would print what a boundary catches a moment later.
globalThis.window?.addEventListener("error", (event) => event.preventDefault());
