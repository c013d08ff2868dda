import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "../examples/install.ts";

/** Where the peers are installed: not among the project's dependencies. */
export const peersFolder: string = join(import.meta.dirname, "peers");

const card = join(import.meta.dirname, "pages", "HandCard.tsx");
const withCard = `export { HandCard } from ${JSON.stringify(card)};`;

/** What an app would import of each for a profile, a guard and a sign-out. */
export const peers: Record<string, string> = {
  "@asgardeo/react":
    'export { AsgardeoProvider, SignedIn, SignOutButton, UserProfile } from "@asgardeo/react";',
  "@clerk/react (and a script from its CDN)":
    'export { ClerkProvider, Show, SignOutButton, UserProfile } from "@clerk/react";',
  "@auth0/auth0-react + a card": `export { Auth0Provider, useAuth0, withAuthenticationRequired } from "@auth0/auth0-react"; ${withCard}`,
  "@azure/msal-react + a card": `export { PublicClientApplication } from "@azure/msal-browser"; export { AuthenticatedTemplate, MsalProvider, useMsal } from "@azure/msal-react"; ${withCard}`,
  "Graph Toolkit (Person, Login)":
    'export { Login, Person } from "@microsoft/mgt-react"; export { Providers } from "@microsoft/mgt-element"; export { Msal2Provider } from "@microsoft/mgt-msal2-provider";',
  "better-auth-ui (UserView, UserButton)":
    'export { AuthUIProvider, UserButton, UserView } from "@daveyplate/better-auth-ui";',
  "react-oidc-context + a card": `export { AuthProvider, useAuth, withAuthenticationRequired } from "react-oidc-context"; ${withCard}`,
  "next-auth/react + a card": `export { SessionProvider, signOut, useSession } from "next-auth/react"; ${withCard}`,
};

/** Libraries that check a body against a schema; each has a module in `peers/validators`. */
export const validators = ["valibot", "zod-mini", "zod", "arktype"] as const;

/** The versions of the peers: all are exact. */
export function peerVersions(): Record<string, string> {
  return JSON.parse(readFileSync(join(peersFolder, "package.json"), "utf8")).dependencies;
}

/** Installs the peers unless they are there; false where that is not wanted, or fails. */
export function havePeers(mayInstall: boolean, say: (words: string) => void): boolean {
  const isThere = Object.keys(peerVersions()).every((name) =>
    existsSync(join(peersFolder, "node_modules", name, "package.json")),
  );
  if (isThere || !mayInstall) return isThere;
  say("installing them, some minutes");
  try {
    // Not `npm ci`: it refuses a lock file without every platform's parts of Next.js.
    npm(["install", "--no-save", "--ignore-scripts", "--prefer-offline"], peersFolder);
    return true;
  } catch {
    say("they cannot be installed here");
    return false;
  }
}
