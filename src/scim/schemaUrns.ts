/** The core User's schema (RFC 7643 §4.1). */
export const USER_URN = "urn:ietf:params:scim:schemas:core:2.0:User";
/** The Enterprise User extension's schema (RFC 7643 §4.3). */
export const ENTERPRISE_URN = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
