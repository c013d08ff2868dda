import { installExample } from "../../examples/install.ts";

/** Puts the packed library, every SDK and the visual tests' tools in place, once for all tests. */
export default function install(): void {
  installExample("recipes");
  installExample("visual-tests");
}
