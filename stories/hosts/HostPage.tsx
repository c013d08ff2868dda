import { ProfileCard, ProtectedRoute, SignOutButton } from "../../src/index.ts";
import "./HostPage.css";

/** A page with elements of its own among which the kit stands: a card, its form, and a guard. */
export function HostPage() {
  return (
    <div className="host-page">
      <section>
        <h2>The page’s own</h2>
        <p>
          Text with <button type="button">A button</button>
        </p>
        <label>
          A label <input defaultValue="An input" />
        </label>
        <ProfileCard actions={<SignOutButton onSignOut={() => {}} />} />
        <ProtectedRoute allow={() => false} />
      </section>
      <section>
        <ProfileCard editable={["displayName", "emails", "addresses"]} fields={[]} />
      </section>
    </div>
  );
}
