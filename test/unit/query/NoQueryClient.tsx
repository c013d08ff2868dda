import { QueryClientContext } from "@tanstack/react-query";
import type { JSX, ReactNode } from "react";

/** A page without a `QueryClient`, also where another test has rendered on a server in this process. */
export function NoQueryClient({ children }: { children: ReactNode }): JSX.Element {
  return <QueryClientContext.Provider value={undefined}>{children}</QueryClientContext.Provider>;
}
