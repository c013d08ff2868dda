import { installExample } from "../../examples/install.ts";

/** Puts the packed library and every SDK in place, once for all tests. */
export default function install(): void {
  installExample("recipes");
}
