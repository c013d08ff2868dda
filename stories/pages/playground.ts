import { playgroundCode } from "./playgroundCode.ts";
import { controls, type PlaygroundName } from "./playgrounds.tsx";

/** What makes a story a playground: its controls, and code that follows them. */
export function playground<Name extends PlaygroundName>(name: Name) {
  const include = Object.keys(controls[name]);
  const transform = (_code: string, { unmappedArgs }: { unmappedArgs: object }) =>
    playgroundCode(name, { ...unmappedArgs });
  return {
    argTypes: controls[name],
    parameters: {
      controls: { include },
      docs: { controls: { include }, codePanel: true, source: { transform } },
    },
  };
}
