import { safeReturnTo } from "react-scim-me";
import { userManager } from "../userManager";

/** Ends a sign-in on the page that the provider sends people back to, and goes where they were. */
export async function finishSignIn(): Promise<void> {
  if (location.pathname !== "/callback") return;
  let returnTo: unknown;
  try {
    returnTo = (await userManager.signinRedirectCallback()).state;
  } catch (error) {
    // Declined, or no answer: nobody is signed in, and the card says so.
    console.error(error);
  }
  history.replaceState(null, "", safeReturnTo(returnTo));
  dispatchEvent(new PopStateEvent("popstate")); // for a router that exists already
}
