"use client";
import { useAsgardeo } from "@asgardeo/nextjs";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { safeReturnTo } from "react-scim-me";

/** Where the provider sends people back to; the SDK reads the answer from the URL. */
export default function Callback() {
  const { isSignedIn } = useAsgardeo();
  const router = useRouter();
  const failed = useSearchParams().has("error");
  useEffect(() => {
    if (isSignedIn) router.replace(safeReturnTo(sessionStorage.getItem("returnTo")));
  }, [isSignedIn, router]);
  return (
    <>
      {failed ? (
        <p role="alert">You could not be signed in.</p>
      ) : (
        <p role="status">Signing you in…</p>
      )}
      {/* The SDK tells nobody when the answer could not be exchanged for tokens. */}
      <Link href="/">Back to the start</Link>
    </>
  );
}
