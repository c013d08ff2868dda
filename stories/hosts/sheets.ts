import reboot from "bootstrap/dist/css/bootstrap-reboot.min.css?inline";
import preflight from "tailwindcss/preflight.css?inline";
import newReset from "the-new-css-reset/css/reset.css?inline";
import { layered } from "./layered.ts";

/** What Tailwind 4 does to every page; outside of its compiler `--theme()` is its own fallback. */
export const tailwind: string = layered(
  "base",
  preflight.replace(/--theme\(\s*--[\w-]+,\s*([^;]*?)\s*\)/g, "$1"),
);

/** What Bootstrap does to elements that have none of its classes. */
export const bootstrap: string = reboot;

/** A reset that leaves elements nothing of the browser's look, and a few things of its own. */
export const reset: string = `${newReset} strong { font-weight: bold; }`;

/** Rules that somebody regrets. */
export const brutal = `
  :not(svg, svg *) { all: revert; box-sizing: content-box; margin: 0; padding: 0; font: inherit; }
  button { all: unset; }
  svg { display: block; width: 100%; fill: currentcolor; }
  img { display: block; width: 100%; max-width: none; height: auto; border: 4px solid; }
  dl { margin: 2em; column-count: 2; }
  dt { float: inline-start; font-weight: 900; text-transform: uppercase; }
  dd { margin-inline-start: 40px; border-block-end: 1px dotted; }
  label { display: block; margin-block-end: 1em; font-weight: 900; }
  span { letter-spacing: 0.02em; }
  p { margin-block: 2em; text-indent: 2em; }
  form { padding: 2em; background: beige; }
  select, input, textarea { appearance: none; display: block; width: 100%; }
`;

/** A page that has dressed its own elements. */
export const dressed = `
  h2, a, label { color: light-dark(#7a1f5c, #ee9bd0); }
  h2 { font: italic 700 28px/1.1 Georgia, serif; }
  a { font-weight: 700; text-decoration: none; border-bottom: 2px solid; }
  button { height: 52px; padding: 0 28px; border: 0; border-radius: 99px; background: #7a1f5c;
    color: #fff; font: 700 13px Inter; text-transform: uppercase; box-shadow: 0 3px 0 #4c1239; }
  input, select, textarea { width: 100%; height: 52px; border: 0; border-radius: 0;
    border-bottom: 3px solid #7a1f5c; background: #f7e8f1; color: #2a0c20; box-shadow: inset 0 2px 4px #0002; }
  label { display: block; margin: 12px 0; font-weight: 700; }
`;

/** A page that counts its `rem` in tens. */
export const smallRoot = "html { font-size: 62.5%; }";
