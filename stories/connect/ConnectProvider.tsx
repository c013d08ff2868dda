import { type FormEvent, useEffect, useRef, useState } from "react";
import { ProfileCard } from "../../src/index.ts";
import { type Connection, connect } from "./connect.ts";
import { Diagnosis } from "./Diagnosis.tsx";
import { Json } from "./Json.tsx";
import "./ConnectProvider.css";

/** Asks a real provider who somebody is, and shows the answer and what is to be said of it. */
export function ConnectProvider() {
  const form = useRef<HTMLFormElement>(null);
  const asking = useRef<AbortController>(undefined);
  const [connection, setConnection] = useState<Connection | "asking">();

  useEffect(() => {
    const forget = () => form.current?.reset();
    const left = form.current;
    // A page that is kept for the way back must not keep the person.
    window.addEventListener("pagehide", forget);
    return () => {
      window.removeEventListener("pagehide", forget);
      asking.current?.abort();
      left?.reset();
    };
  }, []);

  async function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [endpoint = "", token = ""] = ["endpoint", "token"].map((name) =>
      String(data.get(name)).trim(),
    );
    asking.current?.abort();
    asking.current = new AbortController();
    const { signal } = asking.current;
    setConnection("asking");
    try {
      setConnection(await connect(endpoint, token, signal));
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  function forget() {
    asking.current?.abort();
    setConnection(undefined);
  }

  const isAsking = connection === "asking";
  const { findings, me } = isAsking || !connection ? { findings: [], me: undefined } : connection;
  return (
    <section className="connect" aria-label="Connect your provider" lang="en" dir="ltr">
      <form ref={form} onSubmit={ask} onReset={forget} autoComplete="off">
        <Inputs />
        <p className="connect-note">
          The token is sent to this URL’s origin only and is kept nowhere. What comes back is a real
          person’s data, on this screen until you leave or press Forget.
        </p>
        <button type="submit">Ask the provider</button>
        <button type="reset">Forget</button>
      </form>
      <Diagnosis findings={findings} isAsking={isAsking} />
      {me && (
        <>
          <ProfileCard profile={me} />
          <div className="connect-bodies">
            <Json title="The model that the kit reads" value={{ ...me, raw: undefined }} />
            <Json title="The body as received" value={me.raw} />
          </div>
        </>
      )}
    </section>
  );
}

/** Both are left to the DOM: React would write a controlled value into an attribute. */
function Inputs() {
  return (
    <>
      <label>
        <span>URL of the Me resource</span>
        <input
          name="endpoint"
          inputMode="url"
          required
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          placeholder="https://api.asgardeo.io/t/<organization>/scim2/Me"
        />
      </label>
      <label>
        <span>Access token</span>
        <input name="token" type="password" autoComplete="off" />
      </label>
    </>
  );
}
