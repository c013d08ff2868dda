import Link from "next/link";

/** A public page: it asks nothing of the SCIM server and nobody to sign in. */
export default function Home() {
  return (
    <>
      <h1>Welcome</h1>
      <p>
        Everybody may read this page. Your profile is for you alone: rendered{" "}
        <Link href="/server">on the server</Link> or <Link href="/client">in the browser</Link>.
      </p>
    </>
  );
}
