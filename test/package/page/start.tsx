import { createRoot, hydrateRoot, type Root } from "react-dom/client";
import { type KitModule, Page } from "./Page.tsx";

/** Takes over what a server has drawn, or else shows what the page's buttons are pressed for. */
export function start(kit: KitModule): void {
  const container = document.querySelector<HTMLElement>("#root");
  if (!container) throw new Error("The page has no root.");
  const parts = JSON.parse(container.dataset.parts ?? "[]");
  const endpoint = new URL("/Me", location.href).href;
  const draw = (kit?: KitModule) => <Page {...{ parts, endpoint, kit }} />;
  if (container.hasChildNodes()) {
    hydrateRoot(container, draw(kit), {
      onRecoverableError: (error) => console.error(error),
    });
    return;
  }
  let root: Root | undefined;
  const show = { bare: () => draw(), kit: () => draw(kit) };
  for (const [id, page] of Object.entries(show)) {
    document.querySelector(`#${id}`)?.addEventListener("click", () => {
      root = createRoot(container);
      root.render(page());
    });
  }
  document.querySelector("#nothing")?.addEventListener("click", () => root?.unmount());
}
