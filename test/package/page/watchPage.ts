/** What a page is beside its content, and what was asked of it since it began. */
export interface PageState {
  globals: string[];
  /** The attributes of `html` and `body`, and the whole head. */
  markup: string[];
  focus: string | undefined;
  scroll: number[];
  title: string;
  stored: string[];
  history: number;
  defined: string[];
  /** Listeners on the document, its elements and the window: `window resize`, once each. */
  listeners: string[];
  openChannels: number;
}

declare global {
  interface Window {
    pageState(): PageState;
    /** How each of the page's own elements looks, for every property. */
    ownLook(): string[];
  }
}

/** Runs in the page before its scripts: records what they do to what is everybody's. */
export function watchPage(): void {
  const stored: string[] = [];
  const defined: string[] = [];
  const listeners: string[] = [];
  let openChannels = 0;

  // The document's elements are others in the next document, and are not there yet.
  const nameOf = (target: unknown) =>
    target === window
      ? "window"
      : target === document
        ? "document"
        : [document.documentElement, document.body].find((element) => element === target)?.tagName;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const keys = new WeakMap<object, number>();
  let last = 0;
  const describe = (target: unknown, type: string, listener: object, options: unknown) => {
    if (!keys.has(listener)) keys.set(listener, ++last);
    const capture =
      typeof options === "object" ? !!(options as AddEventListenerOptions)?.capture : !!options;
    return `${nameOf(target ?? window)} ${type} ${capture} ${keys.get(listener)}`;
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (listener && nameOf(this ?? window)) {
      const key = describe(this, type, listener, options);
      if (!listeners.includes(key)) listeners.push(key);
    }
    return addEventListener.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const at = listener ? listeners.indexOf(describe(this, type, listener, options)) : -1;
    if (at >= 0) listeners.splice(at, 1);
    return removeEventListener.call(this ?? window, type, listener, options);
  };

  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    stored.push(key);
    return setItem.call(this, key, value);
  };
  const { define } = CustomElementRegistry.prototype;
  CustomElementRegistry.prototype.define = function (name, ...rest) {
    defined.push(name);
    return define.call(this, name, ...rest);
  };
  const { close } = BroadcastChannel.prototype;
  BroadcastChannel.prototype.close = function () {
    openChannels--;
    return close.call(this);
  };
  window.BroadcastChannel = new Proxy(BroadcastChannel, {
    construct(Channel, args) {
      openChannels++;
      return new Channel(...(args as [string]));
    },
  });

  window.pageState = () => ({
    globals: Object.getOwnPropertyNames(window).sort(),
    markup: [document.documentElement, document.body]
      .flatMap((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`))
      .concat(document.head.innerHTML),
    focus: document.activeElement?.id,
    scroll: [scrollX, scrollY],
    title: document.title,
    stored: [
      ...stored,
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      document.cookie,
    ],
    history: history.length,
    defined: [...defined],
    // A listener's number says which of them it is, and not what.
    listeners: listeners.map((listener) => listener.replace(/ \d+$/, "")).sort(),
    openChannels,
  });
  window.ownLook = () =>
    [
      document.documentElement,
      document.body,
      ...document.querySelectorAll("[data-own], [data-own] *"),
    ].map((element) => {
      const style = getComputedStyle(element);
      const look = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
      const inline = element.matches("html, body")
        ? look.filter((line) => !/size|height|width|origin/.test(line))
        : look;
      return `${element.outerHTML.slice(0, 80)}\n${inline.join("\n")}`;
    });
}
