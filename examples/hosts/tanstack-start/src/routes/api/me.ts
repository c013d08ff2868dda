import { createFileRoute } from "@tanstack/react-router";
import { me } from "../../../../common/server.ts";

export const Route = createFileRoute("/api/me")({
  server: {
    handlers: { GET: ({ request }) => me.GET(request), PATCH: ({ request }) => me.PATCH(request) },
  },
});
