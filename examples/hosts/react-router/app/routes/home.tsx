import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { SessionApp } from "../../../common/SessionApp.tsx";
import { readMe } from "../../../common/server.ts";

export const loader = ({ request }: LoaderFunctionArgs) => readMe(request.headers.get("cookie"));

export default function Home() {
  return <SessionApp {...useLoaderData<typeof loader>()} />;
}
