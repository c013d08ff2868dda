export type { Token, TokenProvider, TokenRequest } from "../scim/TokenProvider.js";
export {
  type CreateScimMeHandlersOptions,
  createScimMeHandlers,
  type ScimMeHandlers,
} from "./createScimMeHandlers.js";
export type { ServerTokenProvider, ServerTokenRequest } from "./ServerTokenProvider.js";
export { TokenExchangeError } from "./TokenExchangeError.js";
export type { TokenExchangeOptions } from "./TokenExchangeOptions.js";
export { withTokenExchange } from "./withTokenExchange.js";
