// Compiled by `npm run typecheck`, never run: what the types promise of components.
import type { ButtonHTMLAttributes, ReactElement, RefAttributes } from "react";
import { SignOutButton, withProtectedRoute } from "../../src/index.ts";

interface ButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "color">,
    RefAttributes<HTMLButtonElement> {
  color?: "primary" | "danger" | undefined;
}

/** A design system's own, whose colors have names. */
declare function Button(props: ButtonProps): ReactElement;

export const hostsOwn = (
  <SignOutButton onSignOut={() => {}} render={(props) => <Button color="danger" {...props} />} />
);

export const guarded = withProtectedRoute(Button, {
  "data-testid": "guard",
  "aria-label": "Orders",
});
// @ts-expect-error a guard has no such slot
export const misspelt = withProtectedRoute(Button, { signedout: null });
