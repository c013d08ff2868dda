import { userManager } from "./userManager.ts";

// This page runs in the hidden frame and hands the provider's answer to the page around it.
void userManager.signinSilentCallback();
