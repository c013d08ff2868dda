import type { GetServerSideProps } from "next";
import { SessionApp, type SessionAppProps } from "../../common/SessionApp.tsx";
import { readMe } from "../../common/server.ts";

export const getServerSideProps: GetServerSideProps<SessionAppProps> = async ({ req }) => {
  const { subject, state } = await readMe(req.headers.cookie);
  // The props of a page are JSON, which has no undefined.
  return { props: { ...(subject && { subject }), state } };
};

export default SessionApp;
