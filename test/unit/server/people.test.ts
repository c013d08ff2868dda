import { expect, test, vi } from "vitest";
import {
  type ServerTokenProvider,
  type ServerTokenRequest,
  withTokenExchange,
} from "../../../src/server/index.js";
import { json, serveMe, whoIs } from "../scim/serveMe.js";
import { read, serveHandlers } from "./callMe.js";

const names = ["alice", "bob"];

/** A hundred requests of two people in turn, each with their own session's cookie. */
const requests = () =>
  Array.from({ length: 100 }, (_, index) => {
    const name = names[index % 2];
    return { name, request: read({ "Sec-Fetch-Site": "same-origin", Cookie: `session=${name}` }) };
  });

const sessionOf = (request: Request) => request.headers.get("Cookie")?.replace("session=", "");

test("of a hundred requests at once, two people's tokens are renewed once each and never mixed", async () => {
  const onRejected = vi.fn();
  const tokenProvider: ServerTokenProvider = async (asked) => {
    const name = sessionOf(asked.request);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
    if (asked.reason === "initial") return `${name}-old`;
    onRejected(asked.rejectedToken);
    asked.responseHeaders.append("Set-Cookie", `session=${name}-2`);
    return `${name}-new`;
  };
  const { GET, seen } = await serveHandlers(whoIs("alice-old", "bob-old"), { tokenProvider });
  await Promise.all(
    requests().map(async ({ name, request }) => {
      const answer = await GET(request);
      expect(await answer.json()).toEqual({ userName: `owner-of-${name}-new` });
      expect(answer.headers.getSetCookie()).toEqual([`session=${name}-2`]);
    }),
  );
  expect(onRejected.mock.calls.flat().sort()).toEqual(["alice-old", "bob-old"]);
  expect(seen).toHaveLength(200);
});

test("of a hundred requests at once, two people's tokens are exchanged once each and never mixed", async () => {
  const issuer = await serveMe(async (response, { body }) => {
    const subject = new URLSearchParams(await body).get("subject_token");
    json(response, 200, {
      ...{ access_token: `${subject}-elsewhere`, token_type: "Bearer", expires_in: 300 },
    });
  });
  const tokenProvider = withTokenExchange(
    async ({ request }: ServerTokenRequest) => sessionOf(request),
    { tokenEndpoint: `${issuer.origin}/token`, clientId: "web" },
  );
  const { GET } = await serveHandlers(whoIs(), { tokenProvider });
  await Promise.all(
    requests().map(async ({ name, request }) => {
      const answer = await GET(request);
      expect(await answer.json()).toEqual({ userName: `owner-of-${name}-elsewhere` });
    }),
  );
  expect(issuer.seen).toHaveLength(2);
});
