import "react-scim-me/styles.css";
import "./app.css";
import { AsgardeoProvider } from "@asgardeo/nextjs/server";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { readSession } from "./readSession.ts";
import { Session } from "./Session.tsx";

export const metadata: Metadata = { title: "Example app" };

// The SDK knows these two, though its types do not: without the first it sends no code challenge,
// without the second the provider asks whether to sign out.
const settings = { enablePKCE: true, sendIdTokenInLogoutRequest: true };

export default async function Layout({ children }: { children: ReactNode }) {
  const session = await readSession();
  return (
    <html lang="en">
      <body>
        <AsgardeoProvider {...settings} preferences={{ theme: { inheritFromBranding: false } }}>
          <Session subject={session?.subject}>
            <nav>
              <Link href="/">Example app</Link>
              <Link href="/server">Server profile</Link>
              <Link href="/client">Client profile</Link>
            </nav>
            <main>{children}</main>
          </Session>
        </AsgardeoProvider>
      </body>
    </html>
  );
}
