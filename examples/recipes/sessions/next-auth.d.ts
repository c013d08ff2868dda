import "next-auth";

// What your `session` callback adds.
declare module "next-auth" {
  interface Session {
    accessToken?: string;
  }
}
