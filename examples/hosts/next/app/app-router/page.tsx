import { headers } from "next/headers";
import { SessionApp } from "../../../shared/SessionApp.tsx";
import { readMe } from "../../../shared/server.ts";

export default async function Page() {
  return <SessionApp {...(await readMe((await headers()).get("cookie")))} />;
}
