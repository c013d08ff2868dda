const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
  main { width: min(20rem, calc(100vw - 2rem)); }
  label { display: block; margin-block: 0.75rem; }
  input { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: 0.4rem; }
  button { font: inherit; padding: 0.4rem 1rem; min-height: 38px; }
  [role="alert"] { color: light-dark(#a4161a, #ff9b9b); }
`;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text that may stand in HTML, also within double quotes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** One of the provider's own pages; `body` is HTML. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <title>${escapeHtml(title)}</title>
  <style>${style}</style>
  <main>
    <h1>${escapeHtml(title)}</h1>
    ${body}
  </main>
</html>`;
}

export function loginPage(action: string, refused: boolean): string {
  return page(
    "Sign in",
    `<form method="post" action="${escapeHtml(action)}">
      ${refused ? '<p role="alert">The login or the password is wrong.</p>' : ""}
      <label>Login <input name="login" autocomplete="username" required autofocus /></label>
      <label>Password
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      <button>Sign in</button>
    </form>`,
  );
}

export function consentPage(action: string, clientId: string, scope: string): string {
  return page(
    "Allow access",
    `<form method="post" action="${escapeHtml(action)}">
      <p>${escapeHtml(clientId)} asks for: ${escapeHtml(scope)}</p>
      <button>Allow</button>
    </form>`,
  );
}

/** Asks whether to sign out, or says that it is done. */
export function logoutPage(form?: string): string {
  if (form === undefined) return page("You are signed out", "");
  const submit = '<button form="op.logoutForm" name="logout" value="yes">Sign out</button>';
  return page("Sign out", form + submit);
}

export function errorPage(detail: string): string {
  return page("This did not work", `<p role="alert">${escapeHtml(detail)}</p>`);
}
