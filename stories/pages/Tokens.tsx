import guide from "../../docs/theming.md?raw";
import css from "../../src/styles/tokens.css?raw";
import { marked } from "../Table.tsx";
import { Head } from "./Head.tsx";
import { readTokens } from "./readTokens.ts";
import { Scroll } from "./Scroll.tsx";
import "./pages.css";

/** The custom properties of the style sheet, as it has them. */
export function Tokens() {
  return (
    <Scroll label="Custom properties">
      <table className="page-table">
        <Head names={["Custom property", "What it is", "Light", "Dark"]} />
        <tbody>
          {readTokens(css, guide).map(({ name, what, light, dark }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{marked(what)}</td>
              <td colSpan={light === dark ? 2 : 1}>
                <Value value={light} />
              </td>
              {light !== dark && (
                <td>
                  <Value value={dark} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Value({ value }: { value: string }) {
  return (
    <>
      {value.startsWith("#") && <span className="page-swatch" style={{ background: value }} />}
      <code>{value}</code>
    </>
  );
}
