import { AuthProvider } from "react-oidc-context";
import * as recipe from "../sessions/react-oidc-context.tsx";
import { userManager } from "../userManager.ts";
import { startOidc } from "./startOidc.ts";
import { testSession } from "./testSession.tsx";

testSession(recipe, async (situation) => ({
  ...(await startOidc(situation)),
  Provider: ({ children }) => <AuthProvider userManager={userManager}>{children}</AuthProvider>,
}));
