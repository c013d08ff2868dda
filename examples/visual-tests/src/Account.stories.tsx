import type { Meta, StoryObj } from "@storybook/react-vite";
import { ProfileCard, ProtectedRoute } from "react-scim-me";

/** The account page of an app, in the states that its people see. */
const meta = {
  title: "Account",
  render: () => (
    <ProtectedRoute onSignIn={() => {}}>
      <ProfileCard />
    </ProtectedRoute>
  ),
} satisfies Meta;

export default meta;

export const SignedIn: StoryObj = {};

export const SessionEnded: StoryObj = { parameters: { scenario: "unauthorized" } };

export const NoProfiles: StoryObj = { parameters: { scenario: "unsupported" } };
