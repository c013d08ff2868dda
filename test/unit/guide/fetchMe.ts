/** What the guides' pages read of a person. */
export interface GuideUser {
  emails?: string[];
  name?: { givenName?: string; familyName?: string };
}

/** The request that the guides teach; each of their pages has its own. */
export async function fetchMe(accessToken: string): Promise<GuideUser> {
  try {
    const response = await fetch("https://scim.example.com/scim2/Me", {
      headers: { Accept: "application/scim+json", Authorization: `Bearer ${accessToken}` },
    });
    if (!response.ok) throw new Error("The request failed.");
    return await response.json();
  } catch (error) {
    console.error(error);
    throw error;
  }
}
