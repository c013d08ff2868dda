import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ProfileCard, ScimMeProvider, SignOutButton } from "../src/index.ts";
import "../src/styles.css";
import { endpoint, signIn, signOut, useSession } from "./session.example.ts";

const queryClient = new QueryClient();

export function App() {
  const { accessToken, isLoading } = useSession();
  return (
    <QueryClientProvider client={queryClient}>
      <ScimMeProvider endpoint={endpoint} tokenProvider={() => accessToken} pending={isLoading}>
        <ProfileCard onSignIn={signIn} actions={<SignOutButton onSignOut={signOut} />} />
      </ScimMeProvider>
    </QueryClientProvider>
  );
}
