"use client";
import {
  type ButtonHTMLAttributes,
  type ForwardRefExoticComponent,
  forwardRef,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefAttributes,
  useContext,
} from "react";
import { ScimMeContext } from "../../query/ScimMeContext.js";
import { type UseSignOutOptions, useSignOut } from "../../query/useSignOut.js";
import { signOutEn } from "./signOutEn.js";

/** @summary What `render` gets for the host's own button; spread all of it. */
export interface SignOutButtonRenderProps
  // No button of HTML has a `color`, and that of a design system is one of its own names.
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "color"> {
  /** For the button element itself. */
  ref: Ref<HTMLButtonElement>;
  /** `SignOutButton`, for style sheets. */
  "data-scim": string;
  /** Where the sign-out is. */
  "data-state": "idle" | "pending" | "failed";
}

/** @summary The props of {@link SignOutButton}; other DOM props go to the button. */
export interface SignOutButtonProps
  extends UseSignOutOptions,
    Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof UseSignOutOptions> {
  /** In place of "Sign out". */
  children?: ReactNode;
  /**
   * The host's own button in place of ours.
   * @example render={(props) => <Button variant="ghost" {...props} />}
   */
  render?: ((props: SignOutButtonRenderProps) => ReactElement) | undefined;
}

/**
 * Signs the person out, and says so if that fails. `onClick` runs first and may stop it with
 * `preventDefault()`.
 *
 * @summary Button that ends the session and leaves nothing of the person behind.
 * @example
 * <SignOutButton onSignOut={() => auth.signoutRedirect()} />
 */
export const SignOutButton: ForwardRefExoticComponent<
  SignOutButtonProps & RefAttributes<HTMLButtonElement>
> = forwardRef<HTMLButtonElement, SignOutButtonProps>(function SignOutButton(props, ref) {
  const { onSignOut, onError, clear, render, children, onClick, ...dom } = props;
  const { signOut, isPending, error } = useSignOut({ onSignOut, onError, clear });
  const words = { ...signOutEn, ...useContext(ScimMeContext).messages };
  const button: SignOutButtonRenderProps = {
    type: "button",
    ...dom,
    ref,
    "data-scim": "SignOutButton",
    "data-state": isPending ? "pending" : error ? "failed" : "idle",
    // Not disabled: that would take the focus away.
    "aria-disabled": isPending || undefined,
    "aria-busy": isPending || undefined,
    onClick(event: MouseEvent<HTMLButtonElement>) {
      if (isPending) return event.preventDefault();
      onClick?.(event);
      if (!event.defaultPrevented) void signOut();
    },
    // Both labels are there, so that the button is as wide as the wider one throughout.
    children: (
      <>
        <span data-part="idle" hidden={isPending}>
          {children ?? words.signOut}
        </span>
        <span data-part="pending" hidden={!isPending}>
          {words.signingOut}
        </span>
      </>
    ),
  };
  return (
    <>
      {render ? render(button) : <button {...button} />}
      {error && (
        <span role="alert" data-scim="SignOutError">
          {words.signOutFailed}
        </span>
      )}
    </>
  );
});
