/** Signs out of this app, and then, with the page, of the provider. */
export async function signOut(): Promise<void> {
  const response = await fetch("/api/sign-out", { method: "POST" });
  if (!response.ok) throw new Error(`Signing out answered ${response.status}.`);
  const { url } = await response.json();
  location.assign(url);
}
