import type { ActionFunctionArgs } from "react-router";
import { endSession, startSession } from "../../../common/server.ts";

export const action = ({ request }: ActionFunctionArgs) =>
  request.method === "DELETE" ? endSession() : startSession();
