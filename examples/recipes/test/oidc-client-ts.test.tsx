import * as recipe from "../sessions/oidc-client-ts.tsx";
import { startOidc } from "./startOidc.ts";
import { testSession } from "./testSession.tsx";

testSession(recipe, async (situation) => ({
  ...(await startOidc(situation)),
  Provider: ({ children }) => children,
}));
