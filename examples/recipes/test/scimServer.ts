import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { buildMe } from "react-scim-me/testing";
import { endpoint } from "../endpoint.ts";

/** Every server that a recipe can reach; any other request is a failure. */
export const server = setupServer();

/** The tokens of a SCIM server's requests; it knows the person by the accepted ones. */
export function serveMe(accepts: readonly string[], url = endpoint): (string | null)[] {
  const tokens: (string | null)[] = [];
  server.use(
    http.get(url, ({ request }) => {
      const token = request.headers.get("Authorization")?.replace("Bearer ", "") ?? null;
      tokens.push(token);
      if (token !== null && accepts.includes(token)) return HttpResponse.json(buildMe().raw);
      return HttpResponse.json({ status: 401 }, { status: 401 });
    }),
  );
  return tokens;
}

/** Counts the requests of a SCIM server that is out of order. */
export function serveOutage(): { count: number } {
  const requests = { count: 0 };
  server.use(
    http.get(endpoint, () => {
      requests.count++;
      return new HttpResponse(null, { status: 503 });
    }),
  );
  return requests;
}
