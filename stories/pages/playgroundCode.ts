import { choices, defaults, handlers, type PlaygroundName } from "./playgrounds.tsx";

/** A story's arguments, as the controls have them. */
type Args = Readonly<Record<string, unknown>>;

/** An app around one component with these arguments: whole, to be pasted as it is. */
export function playgroundCode(component: PlaygroundName, args: Args): string {
  const { children, ...others } = args;
  const attributes = Object.entries(others).flatMap(([name, value]) => attributeOf(name, value));
  const element = elementOf(component, attributes, typeof children === "string" ? children : "");
  const isUsed = (name: string) => element.includes(`<${name}`);
  const components = ["ProfileCard", "ProtectedRoute", "SignOutButton"].filter(isUsed);
  const names = [...components, "ScimMeProvider", "type TokenProvider"].sort();
  return `import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ${names.join(", ")} } from "react-scim-me";
import "react-scim-me/styles.css";

const queryClient = new QueryClient();
const endpoint = "https://api.asgardeo.io/t/acme/scim2/Me";

/** \`tokenProvider\` is your session's: \`() => session?.accessToken\`. */
export function App({ tokenProvider }: { tokenProvider: TokenProvider }) {
  return (
    <QueryClientProvider client={queryClient}>
      <ScimMeProvider endpoint={endpoint} tokenProvider={tokenProvider}>
${element}
      </ScimMeProvider>
    </QueryClientProvider>
  );
}
`;
}

function attributeOf(name: string, value: unknown): string[] {
  if (typeof value === "function") {
    return handlers[name] ? [`${name}={${handlers[name]}}`] : [];
  }
  if (!value || value === defaults[name]) return [];
  const offered = choices[name];
  if (offered) {
    const code = offered[String(value)]?.code;
    return code ? [`${name}={${code}}`] : [];
  }
  if (value === true) return [name];
  if (Array.isArray(value)) return [`${name}={[${value.map((one) => quoted(one)).join(", ")}]}`];
  const text = quoted(value);
  return [/["\\&]/.test(text.slice(1, -1)) ? `${name}={${text}}` : `${name}=${text}`];
}

function quoted(value: unknown): string {
  return JSON.stringify(value);
}

function elementOf(component: string, attributes: readonly string[], children: string): string {
  const indent = " ".repeat(8);
  const oneLine = [component, ...attributes].join(" ");
  const isShort = indent.length + oneLine.length + 4 <= 80;
  const opening = isShort
    ? `${indent}<${oneLine}`
    : [`${indent}<${component}`, ...attributes.map((one) => `${indent}  ${one}`)].join("\n");
  const end = isShort ? "" : `\n${indent}`;
  if (!children) return `${opening}${isShort ? " " : end}/>`;
  const inside = /[{}<>&\\]/.test(children) ? `{${JSON.stringify(children)}}` : children;
  return `${opening}${end}>\n${indent}  ${inside}\n${indent}</${component}>`;
}
