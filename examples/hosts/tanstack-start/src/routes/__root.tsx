import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, HeadContent, Outlet, Scripts } from "@tanstack/react-router";
import { ScimMeProvider, sessionCookie } from "react-scim-me";
import styles from "react-scim-me/styles.css?url";
import { endpoint, readSubject } from "../session.ts";

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  beforeLoad: async () => ({ subject: await readSubject() }),
  head: () => ({
    meta: [{ charSet: "utf-8" }, { title: "TanStack Start" }],
    links: [
      { rel: "stylesheet", href: styles },
      { rel: "icon", href: "data:," },
    ],
  }),
  component: function Root() {
    const { subject } = Route.useRouteContext();
    return (
      <html lang="en">
        <head>
          <HeadContent />
        </head>
        <body>
          <ScimMeProvider
            endpoint={endpoint}
            tokenProvider={subject ? sessionCookie : () => undefined}
            subject={subject}
          >
            <Outlet />
          </ScimMeProvider>
          <Scripts />
        </body>
      </html>
    );
  },
});
