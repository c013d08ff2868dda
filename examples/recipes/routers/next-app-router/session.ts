/** Who is signed in, on the server: what your sign-in library reads from the request's cookies. */
export async function readSession(): Promise<{ subject: string; accessToken: string } | null> {
  return null;
}
