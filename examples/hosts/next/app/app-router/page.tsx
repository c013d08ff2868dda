import { headers } from "next/headers";
import { SessionApp } from "../../../common/SessionApp.tsx";
import { readMe } from "../../../common/server.ts";

export default async function Page() {
  return <SessionApp {...(await readMe((await headers()).get("cookie")))} />;
}
