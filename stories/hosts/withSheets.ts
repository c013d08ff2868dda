/** The root of a guard is but a box around the page's own. */
const kit = '[data-scim]:not([data-scim="ProtectedRoute"]), [data-scim] [data-part]';

const sheets: HTMLStyleElement[] = [];

/** Puts the page's own sheet first, as most pages have it, and another of ours last, for one story. */
export function withSheets(page: string, ours = ""): () => () => void {
  return () => {
    sheets.push(...[page, ours].map(sheetOf));
    document.head.prepend(sheets[0] as Node);
    document.head.append(sheets[1] as Node);
    return () => {
      for (const sheet of sheets.splice(0)) sheet.remove();
    };
  };
}

function sheetOf(css: string): HTMLStyleElement {
  return Object.assign(document.createElement("style"), { textContent: css });
}

/**
 * What the page's own sheet does to the kit, as `part property: without → with`, but for what every
 * element there inherits.
 */
export function doneByPage(within: ParentNode = document): string[] {
  const [page] = sheets;
  if (!page) throw new Error("This story has no sheet of a page.");
  const stage = document.querySelector("[data-stage]");
  if (!stage) throw new Error("This story has no stage.");
  const elements = [stage, ...within.querySelectorAll(kit)];
  // Where a page hides them with `!important`, a button is as wide as its own words.
  const hidden = within.querySelectorAll<HTMLElement>("[hidden]");
  for (const { style } of hidden) style.setProperty("display", "none", "important");
  const on = elements.map(computed);
  page.disabled = true;
  const off = elements.map(computed);
  page.disabled = false;
  for (const { style } of hidden) style.removeProperty("display");
  const differ = (index: number) =>
    Object.keys(on[index] ?? {}).filter((name) => on[index]?.[name] !== off[index]?.[name]);
  const inherited = differ(0);
  return elements.slice(1).flatMap((element, at) =>
    differ(at + 1)
      .filter((name) => !inherited.includes(name))
      .map((name) => `${nameOf(element)} ${name}: ${off[at + 1]?.[name]} → ${on[at + 1]?.[name]}`),
  );
}

function computed(element: Element): Record<string, string> {
  const style = getComputedStyle(element);
  // A button with a border and a background has lost the system's look already.
  const names = [...style].filter((name) => name !== "appearance" || !element.matches("button"));
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
}

function nameOf(element: Element): string | null {
  return element.getAttribute("data-scim") ?? element.getAttribute("data-part");
}
