import type { Page } from "playwright";
import { exampleMe } from "../src/mocks/exampleMe.ts";
import { fullMe } from "../src/mocks/fullMe.ts";
import type { Lab } from "./pages/lab.tsx";
import type { Section } from "./Section.ts";
import type { NodeStage } from "./startNodeLab.ts";
import { ratios, summarize, takeTurns } from "./statistics.ts";

declare const lab: Lab;

/** A person in as many groups. */
function inGroups(count: number): Record<string, unknown> {
  const groups = Array.from({ length: count }, (_, index) => ({
    value: `g-${index}`,
    display: `Group ${index}`,
  }));
  return { ...exampleMe, groups };
}

/** A person with as many attributes that no standard names. */
function withAttributes(count: number): Record<string, unknown> {
  const names = Array.from({ length: count }, (_, index) => [
    `attribute${index}`,
    `value ${index}`,
  ]);
  return { ...exampleMe, "urn:example:schema:1.0:User": Object.fromEntries(names) };
}

// Photos as URLs: JSON.parse takes long text at once, and reading a person does not look into it.
const full = {
  ...fullMe,
  photos: [{ value: "https://photos.example.com/bjensen", type: "photo" }],
};

/** Measures what reading a person costs, against JSON.parse on the same text. */
export async function measureParse(
  page: Page,
  node: NodeStage,
  rounds: number,
  validators: readonly string[],
): Promise<Section> {
  const measure = async (body: unknown, turns: number, others: readonly string[] = []) => {
    const text = JSON.stringify(body);
    const one = (name: string) =>
      name === "json" ? node.ask("json", text, turns) : node.ask("read", name, text, turns);
    const names = ["json", "kit", ...others];
    // Until the engine has compiled what runs often, as in an app that has been open for a while.
    await takeTurns(5, names, one);
    return takeTurns(rounds, names, one);
  };
  const user = await measure(full, 300, ["hand", ...validators]);
  const groups = await measure(inGroups(5000), 20);
  const grow = async (bodies: [number, Record<string, unknown>][]) => {
    const kit: [number, number][] = [];
    const json: [number, number][] = [];
    for (const [count, body] of bodies) {
      const times = await measure(body, 100);
      kit.push([count, median(times.kit)]);
      json.push([count, median(times.json)]);
    }
    return [
      { name: "the kit reads", points: kit },
      { name: "JSON.parse", points: json },
    ];
  };
  const counts = [0, 250, 500, 1000, 2000, 4000];
  return {
    title: "Reading a person",
    says: "Checking and normalising what JSON.parse has made, against JSON.parse itself on the same text, in Node. The full user has every attribute of RFC 7643 §4.1 and §4.3.",
    figures: [
      { what: "a full user", value: against(user, "kit"), unit: "×", reach: 2 },
      { what: "5,000 groups", value: against(groups, "kit"), unit: "×", reach: 1 },
      {
        what: "mounting a card with 5,000 groups, against 3",
        value: await mountGroups(page, rounds),
        ...{ unit: "×", reach: 2 },
      },
    ],
    tables: [
      {
        head: ["a full user", "× JSON.parse"],
        rows: ["kit", "hand", ...validators].map((name) => [
          names[name] ?? name,
          against(user, name).median.toFixed(2),
        ]),
      },
    ],
    plots: [
      {
        name: "groups",
        title: "Reading groups",
        ...{ x: "groups", y: "ms" },
        lines: await grow(counts.map((count) => [count, inGroups(count)])),
      },
      {
        name: "attributes",
        title: "Reading an extension",
        ...{ x: "attributes of the extension", y: "ms" },
        lines: await grow(counts.map((count) => [count, withAttributes(count)])),
      },
    ],
  };
}

const names: Record<string, string> = {
  kit: "react-scim-me, tolerant of all that servers send",
  hand: "by hand, for one server",
};

type Times = Record<string, number[]>;
const against = (times: Times, name: string) => ratios(times[name] ?? [], times.json ?? []);
const median = (times: number[] = []) => summarize(times).median;

async function mountGroups(page: Page, rounds: number) {
  const time = async (name: "few" | "many") => {
    const body = inGroups(name === "few" ? 3 : 5000);
    const { mount } = await page.evaluate(
      (all) => lab.time("kit", { count: 1, isShared: true }, 20, [all, all]),
      body as unknown,
    );
    return mount;
  };
  await time("few");
  await time("many");
  const times = await takeTurns(rounds, ["few", "many"], time);
  return ratios(times.many, times.few);
}
