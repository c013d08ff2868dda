/** The URL of your provider's Me resource. */
export const endpoint = "https://scim.example.com/scim2/Me";
