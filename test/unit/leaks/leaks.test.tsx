import { beforeEach, expect, onTestFinished, test } from "vitest";
import { expectNoTokenInCache } from "../../../src/testing/index.js";
import { bodyOf, stringsOf } from "./people.js";
import { personEvents } from "./personEvents.js";
import { CHANGED, tokensOf } from "./stage.js";
import { type Play, tokenEvents } from "./tokenEvents.js";
import { editedEvents, updateEvents } from "./updateEvents.js";
import { type Findings, never, type Place, places } from "./watchPlaces.js";

beforeEach(() => sessionStorage.clear());

interface Outcome {
  ofToken: Findings;
  ofPerson: Findings;
  checkCache: () => void;
}

const person = [...stringsOf(bodyOf("alice")), CHANGED];
const outcomes = new Map<string, Promise<Outcome>>();

/** An event is played once; each of its rows looks at one place. */
function outcomeOf(name: string, event: Play): Promise<Outcome> {
  const outcome = outcomes.get(name) ?? play(event);
  outcomes.set(name, outcome);
  return outcome;
}

async function play(event: Play): Promise<Outcome> {
  const tokens = tokensOf(outcomes.size);
  const values = Object.values(tokens);
  const { watch, client } = await event(tokens);
  onTestFinished(watch.stop);
  return {
    ofToken: watch.search(values.flatMap((each) => [each, encodeURIComponent(each), btoa(each)])),
    ofPerson: watch.search(person),
    checkCache: () => {
      for (const token of values) expectNoTokenInCache(client, token);
    },
  };
}

const goneEvents = { ...personEvents, ...editedEvents };
const events = Object.entries({ ...tokenEvents, ...updateEvents, ...goneEvents });
const rows = (list: [string, Play][], where: readonly Place[] = places) =>
  list.flatMap(([name, event]) => where.map((place) => [name, place, event] as const));

test.each(rows(events))("%s leaves no token in %s", async (name, place, event) => {
  expect((await outcomeOf(name, event)).ofToken[place]).toEqual([]);
});

test.each([...rows(Object.entries(updateEvents), never), ...rows(Object.entries(goneEvents))])(
  "%s leaves nothing of the person in %s",
  async (name, place, event) => {
    expect((await outcomeOf(name, event)).ofPerson[place]).toEqual([]);
  },
);

test.each(events)("%s passes expectNoTokenInCache", async (name, event) => {
  expect((await outcomeOf(name, event)).checkCache).not.toThrow();
});
