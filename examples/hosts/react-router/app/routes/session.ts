import type { ActionFunctionArgs } from "react-router";
import { endSession, startSession } from "../../../shared/server.ts";

export const action = ({ request }: ActionFunctionArgs) =>
  request.method === "DELETE" ? endSession() : startSession();
