export { ProfileCard, type ProfileCardProps } from "./components/ProfileCard/ProfileCard.js";
export {
  ProtectedRoute,
  type ProtectedRouteProps,
} from "./components/ProtectedRoute/ProtectedRoute.js";
export { withProtectedRoute } from "./components/ProtectedRoute/withProtectedRoute.js";
export {
  SignOutButton,
  type SignOutButtonProps,
  type SignOutButtonRenderProps,
} from "./components/SignOutButton/SignOutButton.js";
export type { StateSlot, StateSlotArgument } from "./components/StateView/StateSlot.js";
export type { CompleteMessages } from "./locales/CompleteMessages.js";
export type { EditingMessages } from "./locales/EditingMessages.js";
export type { ScimMeMessages } from "./locales/ScimMeMessages.js";
export { getScimMeState, type ScimMeResult, type ScimMeState } from "./query/getScimMeState.js";
export type { ScimMeDefaults, SignInRequest } from "./query/ScimMeContext.js";
export { ScimMeProvider, type ScimMeProviderProps } from "./query/ScimMeProvider.js";
export type { ScimMeRequestOptions } from "./query/ScimMeRequestOptions.js";
export {
  type ScimMeQueryKey,
  type ScimMeQueryKeyOptions,
  scimMeQueryKey,
} from "./query/scimMeQueryKey.js";
export { type ScimMeQueryOptions, scimMeQueryOptions } from "./query/scimMeQueryOptions.js";
export { type UseScimMeOptions, useScimMe } from "./query/useScimMe.js";
export { type UseSignOutOptions, type UseSignOutResult, useSignOut } from "./query/useSignOut.js";
export { type UseSuspenseScimMeOptions, useSuspenseScimMe } from "./query/useSuspenseScimMe.js";
export {
  type UseUpdateScimMeOptions,
  type UseUpdateScimMeResult,
  useUpdateScimMe,
} from "./query/useUpdateScimMe.js";
export type { ChangeSettings } from "./scim/changeMe.js";
export { type EndSessionOptions, endSessionUrl } from "./scim/endSessionUrl.js";
export { type FetchScimMeOptions, fetchScimMe } from "./scim/fetchScimMe.js";
export { getAttribute } from "./scim/getAttribute.js";
export { getDisplayName } from "./scim/getDisplayName.js";
export { getInitials } from "./scim/getInitials.js";
export { getPhotoUrl } from "./scim/getPhotoUrl.js";
export { getPrimary } from "./scim/getPrimary.js";
export { parseScimMe } from "./scim/parseScimMe.js";
export type {
  ScimAddress,
  ScimEnterprise,
  ScimManager,
  ScimMe,
  ScimMeExtensions,
  ScimMeta,
  ScimName,
  ScimValue,
} from "./scim/ScimMe.js";
export type { Clearable, ScimEnterpriseChanges, ScimMeChanges } from "./scim/ScimMeChanges.js";
export { ScimMeError, type ScimMeErrorDetails, type ScimMeReason } from "./scim/ScimMeError.js";
export { safeReturnTo } from "./scim/safeReturnTo.js";
export { type SessionCookie, sessionCookie } from "./scim/sessionCookie.js";
export type { Token, TokenProvider, TokenRequest } from "./scim/TokenProvider.js";
export type { PatchStyle } from "./scim/writeMe.js";
