/** The Me resource of the provider that people sign in at. */
export const endpoint = "https://api.asgardeo.io/t/acme/scim2/Me";

/** Stands for whatever OpenID Connect library the app signs in with. */
export function useSession(): { accessToken?: string; isLoading: boolean } {
  return { isLoading: false };
}

/** Starts a sign-in that comes back to `returnTo`. */
export function signIn({ returnTo }: { returnTo: string }): void {
  location.assign(`/sign-in?${new URLSearchParams({ returnTo })}`);
}

/** Ends the session at the provider. */
export async function signOut(): Promise<void> {
  location.assign("/sign-out");
}
