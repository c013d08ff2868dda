import {
  ErrorResponse,
  InMemoryWebStorage,
  type User,
  UserManager,
  WebStorageStateStore,
} from "oidc-client-ts";

const { origin } = window.location;

export const userManager = new UserManager({
  authority: import.meta.env.VITE_ISSUER,
  client_id: import.meta.env.VITE_CLIENT_ID,
  scope: "openid profile internal_login",
  redirect_uri: `${origin}/callback`,
  silent_redirect_uri: `${origin}/silent-callback.html`,
  post_logout_redirect_uri: `${origin}/`,
  // Tokens live in memory only: a script that gets into the page finds none in the storage.
  userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  // A token is renewed when it was refused. The timer renews 60 s early, and so without end where
  // tokens live shorter than that.
  automaticSilentRenew: false,
});

/** Renews the session without a page; nobody, when the provider says that it is over. */
export async function renew(): Promise<User | null> {
  try {
    return await userManager.signinSilent();
  } catch (error) {
    if (error instanceof ErrorResponse) return null;
    throw error;
  }
}

let restoring: Promise<unknown> | undefined;

/** After a reload memory is empty, but the provider may still know who this is: asks it once. */
export function restore(): Promise<unknown> {
  restoring ??= renew().catch(() => null);
  return restoring;
}
