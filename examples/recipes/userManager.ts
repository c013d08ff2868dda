import { InMemoryWebStorage, UserManager, WebStorageStateStore } from "oidc-client-ts";

const { origin } = window.location;

/** Your OpenID Connect client, as for any other app. */
export const userManager = new UserManager({
  authority: "https://id.example.com",
  client_id: "app",
  scope: "openid profile internal_login",
  redirect_uri: `${origin}/callback`,
  post_logout_redirect_uri: `${origin}/`,
  userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  automaticSilentRenew: false,
});
