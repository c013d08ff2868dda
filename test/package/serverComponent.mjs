// Run under the "react-server" condition: prints what a server component gets.
import { pathToFileURL } from "node:url";
import { QueryClient } from "@tanstack/react-query";

const library = await import(pathToFileURL(process.argv[2] ?? "").href);
const body = { id: "1", userName: "bjensen@example.com", displayName: "Barbara Jensen" };
const request = {
  endpoint: "https://scim.example.com/scim2/Me",
  tokenProvider: () => "a-token",
  fetch: async () => Response.json(body),
};
console.log(
  JSON.stringify({
    displayName: library.parseScimMe(body).displayName,
    fetched: (await library.fetchScimMe(request)).displayName,
    queried: (await new QueryClient().fetchQuery(library.scimMeQueryOptions(request))).displayName,
    sessionCookie: typeof library.sessionCookie,
    clientReferences: Object.keys(library).filter(
      (name) => library[name]?.$$typeof === Symbol.for("react.client.reference"),
    ),
  }),
);
