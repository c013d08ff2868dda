import { createFileRoute } from "@tanstack/react-router";
import { endSession, startSession } from "../../../../common/server.ts";

export const Route = createFileRoute("/api/session")({
  server: { handlers: { POST: startSession, DELETE: endSession } },
});
