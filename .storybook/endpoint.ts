/** The Me resource of every story. No such server exists: the worker answers for it. */
export const endpoint = "https://scim.example.com/scim2/Me";
