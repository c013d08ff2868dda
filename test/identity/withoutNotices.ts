/**
 * Runs `start` without oidc-provider's two start-up notices: that it stores in memory, which is
 * wanted here, and that it is made for Node 22, where these tests say that Node 20 serves too.
 */
export async function withoutNotices<T>(start: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = (...args: unknown[]) => {
    if (!/oidc-provider WARNING: (Unsupported runtime|a quick start)/.test(String(args[0]))) {
      warn(...args);
    }
  };
  try {
    return await start();
  } finally {
    console.warn = warn;
  }
}
