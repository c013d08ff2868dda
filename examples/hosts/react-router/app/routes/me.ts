import type { ActionFunctionArgs, LoaderFunctionArgs } from "react-router";
import { me } from "../../../common/server.ts";

export const loader = ({ request }: LoaderFunctionArgs) => me.GET(request);
export const action = ({ request }: ActionFunctionArgs) => me.PATCH(request);
