"use client";
import type { ComponentType, JSX } from "react";
import { ProtectedRoute, type ProtectedRouteProps } from "./ProtectedRoute.js";

/**
 * A component that is rendered for a signed-in person only; see {@link ProtectedRoute}.
 *
 * @summary A component behind a guard.
 * @example
 * export default withProtectedRoute(Account, { allow: (me) => me.active !== false });
 */
export function withProtectedRoute<Props extends object>(
  Component: ComponentType<Props>,
  // In JSX such names are let through; here they have to be said.
  props?: Omit<ProtectedRouteProps, "children"> & { [name: `data-${string}`]: unknown },
): ComponentType<Props> {
  function WithProtectedRoute(own: Props): JSX.Element {
    return (
      <ProtectedRoute {...props}>
        <Component {...own} />
      </ProtectedRoute>
    );
  }
  WithProtectedRoute.displayName = `withProtectedRoute(${Component.displayName ?? Component.name})`;
  return WithProtectedRoute;
}
