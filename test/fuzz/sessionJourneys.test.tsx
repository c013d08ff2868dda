import fc from "fast-check";
import { afterEach, beforeEach, test, vi } from "vitest";
import { FakeChannel } from "./FakeChannel.js";
import { timeout, ways } from "./runs.js";
import { SessionJourney } from "./SessionJourney.js";
import type { AppStyle, PageName, SessionPage } from "./SessionPage.js";
import type { Health, Person } from "./SessionServer.js";
import { wait } from "./wait.js";

beforeEach(() => {
  const toFake = ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] as const;
  vi.useFakeTimers({ toFake: [...toFake] });
  vi.stubGlobal("BroadcastChannel", FakeChannel);
});
afterEach(() => {
  vi.useRealTimers();
  // The times of redirects, which lie ahead of everybody else's.
  sessionStorage.clear();
});

type Step = fc.AsyncCommand<SessionJourney, SessionPage>;

/** What happens on a page, or around it, where it can. */
function step(
  says: string,
  run: (journey: SessionJourney, page: SessionPage) => unknown,
  can: (journey: Readonly<SessionJourney>) => boolean = () => true,
): Step {
  return {
    toString: () => says,
    check: can,
    async run(journey, page) {
      await run(journey, page);
      await journey.pass(0);
    },
  };
}

const persons = fc.constantFrom<Person>("Ana", "Bo");
const isCalm = ({ isLeaving }: Readonly<SessionJourney>) => !isLeaving;
/** Nobody can tell the token of who goes before it was sent from that of who comes then. */
const canLeave = ({ isLeaving, sent, page }: Readonly<SessionJourney>) =>
  !isLeaving && sent.size > 0 && (!page.session || sent.has(page.session.token));

const signIn = fc
  .tuple(persons, fc.boolean(), fc.constantFrom(0, 0, 25, 300))
  .map(([person, renewable, ms]) =>
    step(
      `${person} signs in${renewable ? "" : ", not for long"}, which takes ${ms} ms`,
      (journey) => journey.signIn(person, renewable, ms),
      isCalm,
    ),
  );

const expire = fc.constant(
  step("the token expires", ({ page: { server, session } }) => session && server.expire(session)),
);

const endSession = fc.constant(
  step("the session ends", (_, page) => page.update({ session: undefined }), isCalm),
);

const fail = fc
  .constantFrom<Health>("up", "up", "down", 403, 429, 500)
  .map((health) =>
    step(`the server is ${health}`, (_, { server }) => Object.assign(server, { health })),
  );

const go = fc
  .constantFrom<PageName>("card", "guarded", "both", "both", "neither")
  .map((name) => step(`to the page with ${name}`, (_, page) => page.update({ name })));

const focus = fc.constant(
  step("the window has the focus", (_, page) => page.dispatch(new Event("visibilitychange"))),
);

const online = fc.constant(
  step("the network is back", (_, page) => page.dispatch(new Event("online"))),
);

const render = fc.constant(step("the host renders", (_, page) => page.update({})));

const tryAgain = fc.constant(
  step("a button that tries again", async (_, page) =>
    page.press('button[data-view="unavailable"]'),
  ),
);

const invalidate = fc.constant(step("the host invalidates", (journey) => journey.invalidate()));

const pass = fc
  .constantFrom(10, 35, 100, 1_000, 10_000, 61_000)
  .map((ms) => step(`${ms} ms pass`, (journey) => journey.pass(ms)));

const ends = [
  "ends",
  "ends",
  "ends after its session",
  "ends before its session",
  "fails",
] as const;

const signOut = fc
  .tuple(fc.constantFrom(...ends, "never ends"), fc.constantFrom(0, 50, 2_000))
  .map(([how, ms]) =>
    step(
      `a sign-out, which ${how} after ${ms} ms`,
      async (journey, page) => {
        const { session } = page;
        const turn = {};
        const forget = () =>
          page.update({ session: page.session === session ? undefined : page.session });
        page.onSignOut = async () => {
          if (how === "ends after its session") await forget();
          await (how === "never ends" ? new Promise(() => {}) : wait(ms));
          if (how === "fails") throw new Error("The provider is out of reach");
          // The page may have been restored meanwhile.
          if (journey.leaving !== turn) return;
          journey.end();
          if (how === "ends before its session") setTimeout(forget, 50);
          else await forget();
        };
        page.onSignOutFailed = () => journey.stay();
        journey.leaving = turn;
        journey.leave();
        await page.press('[data-scim="SignOutButton"]');
      },
      (journey) => canLeave(journey) && journey.page.part("SignOutButton") !== null,
    ),
  );

const signOutElsewhere = fc.constant(
  step(
    "another tab signs out",
    async (journey, page) => {
      journey.leave();
      await page.signOutElsewhere();
      await journey.pass(5);
    },
    canLeave,
  ),
);

const restore = fc.constant(
  step("the page is left and restored", async (journey, page) => {
    if (journey.isLeaving) {
      journey.end();
      await page.update({ session: undefined });
    }
    await page.dispatch(new PageTransitionEvent("pageshow", { persisted: true }));
  }),
);

const steps = [
  ...[signIn, signIn, pass, pass, pass, go, go, fail, fail, signOut, signOut],
  ...[expire, endSession, focus, online, invalidate, signOutElsewhere, restore, render, tryAgain],
];
const styles: fc.Arbitrary<AppStyle> = fc.record({
  subject: fc.boolean(),
  provider: fc.constantFrom("arrow", "late arrow", "function"),
  pending: fc.boolean(),
  leaves: fc.boolean(),
  strict: fc.boolean(),
});

test(
  "whoever comes and goes, a page shows the person of its session and no other, and has no dead ends",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        styles,
        fc.commands(steps, { maxCommands: 20, size: "max" }),
        async (style, commands) => {
          const journey = new SessionJourney(style);
          try {
            await fc.asyncModelRun(() => ({ model: journey, real: journey.page }), commands);
            await journey.arrive();
          } finally {
            journey.page.close();
            vi.clearAllTimers();
          }
        },
      ),
      ways(60),
    );
  },
  2 * timeout,
);
