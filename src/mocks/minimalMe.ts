/** The least that a server may send: a `userName` and nothing to show beside it. */
export const minimalMe: Readonly<Record<string, unknown>> = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  userName: "bjensen",
};
