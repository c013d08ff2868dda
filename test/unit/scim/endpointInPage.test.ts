// @vitest-environment jsdom
// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://app.example.com/people/me?tab=1#top" }
import { expect, test, vi } from "vitest";
import { fetchScimMe } from "../../../src/scim/fetchScimMe.js";
import { sessionCookie } from "../../../src/scim/sessionCookie.js";
import type { TokenProvider } from "../../../src/scim/TokenProvider.js";
import { errorOf } from "./outcome.js";

type Provider = TokenProvider | typeof sessionCookie;

function ask(
  endpoint: string,
  tokenProvider: Provider,
  answer = Response.json({ userName: "kim" }),
) {
  const recording = vi.fn<typeof fetch>(async () => answer);
  return { recording, result: fetchScimMe({ endpoint, tokenProvider, fetch: recording }) };
}

test.each([
  ["/scim2/Me", "https://app.example.com/scim2/Me"],
  ["Me", "https://app.example.com/people/Me"],
  ["../api/me?x=1", "https://app.example.com/api/me?x=1"],
  ["//api.example.org/Me", "https://api.example.org/Me"],
  ["https://api.example.org/Me", "https://api.example.org/Me"],
])("%s is resolved against the page", async (endpoint, url) => {
  const { recording, result } = ask(endpoint, () => "abc");
  await result;
  expect(String(recording.mock.calls[0]?.[0])).toBe(url);
});

test("sessionCookie sends no token, and cookies to the page's own origin only", async () => {
  const { recording, result } = ask("/api/me", sessionCookie);
  expect((await result).userName).toBe("kim");
  const init = recording.mock.calls[0]?.[1];
  expect(new Headers(init?.headers).has("Authorization")).toBe(false);
  expect(init).toMatchObject({
    credentials: "same-origin",
    redirect: "manual",
    referrerPolicy: "no-referrer",
    cache: "no-store",
  });
});

test.each([
  "https://api.example.com/me",
  "https://app.example.com:8443/me",
  "//api.example.com/me",
  "http://localhost/me",
])("sessionCookie is refused for %s, which is another origin", async (endpoint) => {
  const { recording, result } = ask(endpoint, sessionCookie);
  expect((await errorOf(result)).reason).toBe("configuration");
  expect(recording).not.toHaveBeenCalled();
});

test.each([301, 302, 303, 307, 308])("a %d is a login wall to sessionCookie", async (status) => {
  const answer = new Response(null, { status, headers: { Location: "/login" } });
  const { recording, result } = ask("/api/me", sessionCookie, answer);
  expect((await errorOf(result)).reason).toBe("unauthorized");
  expect(recording).toHaveBeenCalledTimes(1);
});

test("so is a redirect that the browser hides", async () => {
  const answer = Object.defineProperties(new Response(null), {
    type: { value: "opaqueredirect" },
    status: { value: 0 },
    ok: { value: false },
  });
  const { result } = ask("/api/me", sessionCookie, answer);
  expect((await errorOf(result)).reason).toBe("unauthorized");
});

test("a 401 to sessionCookie is not replayed: there is nobody to ask", async () => {
  const { recording, result } = ask("/api/me", sessionCookie, new Response("", { status: 401 }));
  expect(await errorOf(result)).toMatchObject({ reason: "unauthorized", status: 401 });
  expect(recording).toHaveBeenCalledTimes(1);
});

test.each(["", " ", undefined, null])(
  "an endpoint that is %j is no address of this page, and nothing is sent",
  async (endpoint) => {
    for (const provider of [() => "abc", sessionCookie]) {
      const { recording, result } = ask(endpoint as string, provider);
      expect((await errorOf(result)).reason).toBe("configuration");
      expect(recording).not.toHaveBeenCalled();
    }
  },
);
