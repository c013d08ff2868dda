import Link from "next/link";

/** A public page: nobody has to be signed in, and nobody is asked for. */
export default function Home() {
  return (
    <>
      <h1>Welcome</h1>
      <p>
        Everybody may read this page. <Link href="/server">Your profile</Link> is for you alone.
      </p>
    </>
  );
}
