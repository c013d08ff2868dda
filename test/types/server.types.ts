// Compiled by `npm run typecheck`, never run: what the types promise to a consumer.
import { fetchScimMe } from "../../src/index.ts";
import {
  createScimMeHandlers,
  type ServerTokenProvider,
  type ServerTokenRequest,
  type TokenProvider,
  withTokenExchange,
} from "../../src/server/index.ts";

const endpoint = "https://api.example.com/scim2/Me";
const client = { tokenEndpoint: "https://login.example.com/token", clientId: "web" };

export function serverPromises(): void {
  // The request and the answer's headers come through an exchange.
  createScimMeHandlers({
    endpoint,
    tokenProvider: withTokenExchange(({ request, responseHeaders }) => {
      responseHeaders.append("Set-Cookie", "session=2");
      return request.headers.get("Cookie");
    }, client),
  });
  const onServer: ServerTokenProvider = withTokenExchange(
    async ({ request }) => request.url,
    client,
  );

  // Made by itself, nothing but its own word says what it is asked with.
  const exchanged = withTokenExchange(
    async ({ request }: ServerTokenRequest) => request.url,
    client,
  );
  createScimMeHandlers({ endpoint, tokenProvider: exchanged });

  // A provider that needs neither serves both sides.
  const anywhere: TokenProvider = withTokenExchange(() => "token", client);
  createScimMeHandlers({ endpoint, tokenProvider: anywhere });
  void fetchScimMe({ endpoint, tokenProvider: anywhere });

  // @ts-expect-error there is no request in a page
  void fetchScimMe({ endpoint, tokenProvider: onServer });

  const { GET } = createScimMeHandlers({ endpoint, tokenProvider: () => null });
  const answer: Promise<Response> = GET(new Request("https://app.example.com/api/me"));
  void answer;
}
