import { Account } from "../Account.tsx";

/** The profile is asked for by the browser, once it has this page. */
export default function ClientProfile() {
  return (
    <>
      <h1>Client profile</h1>
      <Account />
    </>
  );
}
