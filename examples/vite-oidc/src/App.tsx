import { Link, Route, Routes } from "react-router";
import { Account } from "./Account.tsx";
import { Callback } from "./Callback.tsx";
import { Home } from "./Home.tsx";
import { Who } from "./Who.tsx";

export function App() {
  return (
    <>
      <nav>
        <Link to="/">Example app</Link>
        <Link to="/account">Your account</Link>
        <Who />
      </nav>
      <main>
        <Routes>
          <Route path="/" element={<Home />} />
          <Route path="/account" element={<Account />} />
          <Route path="/callback" element={<Callback />} />
        </Routes>
      </main>
    </>
  );
}
