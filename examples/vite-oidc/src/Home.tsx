import { Link } from "react-router";

/** A public page: nobody has to be signed in. */
export function Home() {
  return (
    <>
      <h1>Welcome</h1>
      <p>
        Everybody may read this page. <Link to="/account">Your account</Link> is for you alone.
      </p>
    </>
  );
}
