import fc from "fast-check";
import { afterEach, beforeEach, test, vi } from "vitest";
// So that the form's code is there as soon as it is asked for.
import "../../src/components/ProfileForm/ProfileForm.js";
import { EditingJourney } from "./EditingJourney.js";
import { type EditingPage, type EditingStyle, paths, texts } from "./EditingPage.js";
import type { Answer, Dialect } from "./EditingServer.js";
import { timeout, ways } from "./runs.js";

beforeEach(() => {
  const toFake = ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] as const;
  vi.useFakeTimers({ toFake: [...toFake] });
});
afterEach(() => vi.useRealTimers());

type Step = fc.AsyncCommand<EditingJourney, EditingPage>;

/** What a person does in a form, or what happens around it. */
function step(
  says: string,
  run: (journey: EditingJourney, page: EditingPage) => unknown,
  ms = 0,
): Step {
  return {
    toString: () => says,
    check: () => true,
    async run(journey, page) {
      await run(journey, page);
      await journey.pass(ms);
    },
  };
}

const words = fc.constantFrom("", " ", "Guide", "Ana", "Bo", "Captain", "Ana Archer", "Tours");
const addresses = fc.constantFrom("", " ", "ana@example.com", "bo@example.com", "bo@example.org");
const at = fc.nat(2);

const open = fc.constant(step("opens the form", (journey) => journey.open(), 100));

const type = fc.tuple(fc.constantFrom(...texts), words).map(([path, text]) =>
  step(`writes "${text}" as ${path}`, async (journey, page) => {
    await journey.open();
    await journey.edit(path, async ([input]) => input && page.type(input, text));
  }),
);

const typeRow = fc
  .tuple(at, addresses)
  .map(([row, text]) =>
    step(`writes "${text}" as address ${row + 1}`, (journey, page) =>
      journey.edit("emails", async ({ [row]: input }) => input && page.type(input, text)),
    ),
  );

const addRow = fc.constant(
  step("adds an address", (journey, page) =>
    journey.edit("emails", () => page.press('[data-path="emails"] [data-part="add"]')),
  ),
);

const removeRow = at.map((row) =>
  step(`removes address ${row + 1}`, (journey, page) => {
    const button = `[data-path="emails"] [data-part="row"]:nth-child(${row + 1}) [data-part="remove"]`;
    return journey.edit("emails", () => page.press(button));
  }),
);

const answers = fc.constantFrom<Answer>(
  ...(["the person", "the person", "nothing, which is 204", "an id alone", "no person"] as const),
  ...(["taken, and the answer lost", "taken, and 500", "lost on the way", "500", "429"] as const),
  ...(["403", "400, which names displayName"] as const),
);

const save = fc
  .tuple(answers, fc.constantFrom(0, 1_000, 1_000))
  .map(([answer, ms]) =>
    step(`saves, and is answered: ${answer}; ${ms} ms pass`, (journey) => journey.save(answer), ms),
  );

const discard = fc.constant(step("discards", (journey) => journey.discard()));

const ask = fc.constant(
  step("thinks of leaving", (_, page) => page.press('form [data-view="quiet"]')),
);

const take = fc
  .constantFrom(...paths)
  .map((path) =>
    step(`takes what is saved as ${path}`, (journey, page) =>
      journey.takeSaved(path, () => page.press(`[data-path="${path}"] [data-part="take"]`)),
    ),
  );

const elsewhere = fc.tuple(fc.constantFrom(...texts), words).map(([path, text]) =>
  step(`${path} becomes "${text}" elsewhere`, (journey) => {
    journey.server.change(path, text.trim() || undefined);
    journey.doubt();
  }),
);

const health = fc
  .boolean()
  .map((isUp) => step(`the server is ${isUp ? "up" : "down"}`, (journey) => journey.fail(isUp)));

const expire = fc
  .boolean()
  .map((isRenewable) =>
    step(`the token expires, and ${isRenewable ? "another" : "none"} comes`, (journey) =>
      journey.expire(isRenewable),
    ),
  );

const signIn = fc.constant(step("signs in again", (journey) => journey.signIn(), 2_000));

const read = fc.constant(
  step(
    "comes back after a minute",
    async (journey, page) => {
      await journey.pass(61_000);
      await page.dispatch(new Event("visibilitychange"));
    },
    200,
  ),
);

const pass = fc.constantFrom(10, 30, 200, 2_000).map((ms) => step(`${ms} ms pass`, () => {}, ms));

const steps = [
  ...[open, type, type, type, type, typeRow, typeRow, addRow, removeRow, save, save, save],
  ...[discard, ask, take, elsewhere, elsewhere, health, expire, signIn, read, pass, pass],
];
const dialects: fc.Arbitrary<Dialect> = fc.record({
  tags: fc.constantFrom("none", "given", "demanded"),
  tagsChanges: fc.boolean(),
  verifies: fc.boolean(),
  leaves: fc.constantFrom(undefined, undefined, "title"),
});
const styles: fc.Arbitrary<EditingStyle> = fc.record({
  patchStyle: fc.constantFrom("value", "path"),
  strict: fc.boolean(),
});

test(
  "whatever is entered is kept until it is saved, and what is shown as saved is what the server has",
  async () => {
    const commands = fc.commands(steps, { maxCommands: 24, size: "max" });
    await fc.assert(
      fc.asyncProperty(dialects, styles, commands, async (dialect, style, way) => {
        const journey = new EditingJourney(dialect, style);
        try {
          await journey.begin();
          await fc.asyncModelRun(() => ({ model: journey, real: journey.page }), way);
          await journey.arrive();
        } finally {
          journey.page.close();
          vi.clearAllTimers();
        }
      }),
      ways(30),
    );
  },
  2 * timeout,
);
