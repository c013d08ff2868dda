import { asgardeo } from "@asgardeo/nextjs/server";
import { createScimMeHandlers } from "react-scim-me/server";

export const { GET, PATCH } = createScimMeHandlers({
  endpoint: `${process.env.NEXT_PUBLIC_ASGARDEO_BASE_URL}/scim2/Me`,
  tokenProvider: async () => {
    const client = await asgardeo();
    const sessionId = await client.getSessionId();
    return sessionId ? client.getAccessToken(sessionId) : null; // it throws without a session
  },
});
