import "react-scim-me/styles.css";
import "./app.css";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { auth } from "../auth.ts";
import { directEndpoint } from "../directEndpoint.ts";
import { DirectSession } from "./DirectSession.tsx";
import { Queries } from "./Queries.tsx";
import { Session } from "./Session.tsx";

export const metadata: Metadata = { title: "Example app", icons: "data:," };

export default async function Layout({ children }: { children: ReactNode }) {
  const session = await auth();
  const page = (
    <>
      <nav>
        <Link href="/">Example app</Link>
        <Link href="/server">Server profile</Link>
        <Link href="/client">Client profile</Link>
      </nav>
      <main>{children}</main>
    </>
  );
  return (
    <html lang="en">
      <body>
        <Queries>
          {directEndpoint ? (
            <DirectSession endpoint={directEndpoint} session={session}>
              {page}
            </DirectSession>
          ) : (
            <Session subject={session?.user?.id}>{page}</Session>
          )}
        </Queries>
      </body>
    </html>
  );
}
