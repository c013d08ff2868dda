import { StoryLink } from "./StoryLink.tsx";

/** Where code for other people's libraries is. */
export function RecipeLinks({ about }: { about: "sign-in" | "router" }) {
  return about === "router" ? (
    <p>
      <StoryLink id="guides-recipes--docs">Recipes</StoryLink> for Next.js, React Router, TanStack
      Router and loaders: where the guard stands, and how people come back after signing in.
    </p>
  ) : (
    <p>
      <StoryLink id="guides-recipes--docs">Recipes</StoryLink> for Auth.js, Asgardeo, Auth0, Clerk,
      MSAL, <code>oidc-client-ts</code> and <code>react-oidc-context</code>: what to give as token
      provider, <code>pending</code> and <code>onSignIn</code>, and what <code>onSignOut</code> does
      with each.
    </p>
  );
}
