import type { Page } from "playwright";
import { exampleMe } from "../src/mocks/exampleMe.ts";
import type { Kind } from "./pages/cards.tsx";
import type { Crowd, Lab } from "./pages/lab.tsx";
import type { Section } from "./Section.ts";
import type { NodeStage } from "./startNodeLab.ts";
import { ratios, summarize, takeTurns } from "./statistics.ts";
import { usedHeap } from "./usedHeap.ts";

declare const lab: Lab;

const other = { ...exampleMe, displayName: "Babs Jensen", title: "Head of Tours" };
const counts = [1, 100, 1000];
const plain = { kit: "kit", hand: "hand", reach: 1.15 } as const;
const asking = { kit: "kit-asking", hand: "hand-asking", reach: 1.1 } as const;
const pairs = [
  { ...plain, what: "card with plain data", counts, isShared: true },
  { ...plain, what: "card with plain data, of a person each", counts: [100], isShared: false },
  { ...asking, what: "card that asks, against bare useQuery", counts, isShared: true },
];

/** Measures cards against hand-written ones with the same nodes. */
export async function measureCards(
  page: Page,
  node: NodeStage,
  rounds: number,
  say: (words: string) => void,
): Promise<Section> {
  await expectSameNodes(page);
  const figures: Section["figures"] = [];
  const growth: [number, number][][] = [[], []];
  for (const { kit, hand, reach, what, counts, isShared } of pairs) {
    for (const count of counts) {
      say(`${what}, ${count}`);
      const turns = count === 1 ? 50 : count === 100 ? 2 : 1;
      const kinds: Kind[] = [kit, hand];
      const mounts: Record<string, number[]> = { [kit]: [], [hand]: [] };
      // Whatever comes first warms the page up for what comes next: a turn before it counts.
      const crowd = { count, isShared };
      for (const kind of kinds) await time(page, kind, crowd, turns);
      const updates = await takeTurns(rounds, kinds, async (kind) => {
        const { mount, update } = await time(page, kind, crowd, turns);
        mounts[kind]?.push(mount);
        return update;
      });
      const ask = (kind: Kind) => node.ask("server", kind, crowd, turns * 2, exampleMe);
      await takeTurns(3, kinds, ask);
      const servers = await takeTurns(rounds, kinds, ask);
      const of = (step: string, times: Record<string, number[]>) =>
        figures.push({
          what: `${what}: ${step}, ${count}`,
          value: ratios(times[kit] ?? [], times[hand] ?? []),
          unit: "×" as const,
          reach,
        });
      of("server", servers);
      of("mount", mounts);
      of("update", updates);
      if (kit === "kit" && isShared) {
        growth[0]?.push([count, summarize(mounts[kit] ?? []).median]);
        growth[1]?.push([count, summarize(mounts[hand] ?? []).median]);
      }
    }
  }
  for (const count of [100, 1000]) {
    say(`retained heap, ${count}`);
    const heaps = await takeTurns(Math.min(rounds, 7), ["kit", "hand"], (kind) =>
      heapOf(page, kind, count),
    );
    figures.push({
      what: `card with plain data: retained heap, ${count}`,
      value: ratios(heaps.kit, heaps.hand),
      unit: "×",
      reach: 1.2,
    });
  }
  const [points = [], byHand = []] = growth;
  return {
    title: "Cards",
    says: "The kit's card against one that was written by hand for one app, in React, with the same text and the same nodes (the bench compares their HTML first). All cards are of one person, read anew for each turn, unless it says otherwise. Mount, update and heap in Chromium, server rendering in Node, all built for production.",
    figures,
    plots: [
      {
        name: "cards",
        title: "Mounting cards",
        ...{ x: "cards", y: "ms" },
        lines: [
          { name: "the kit", points },
          { name: "by hand", points: byHand },
        ],
      },
    ],
  };
}

function time(page: Page, kind: Kind, crowd: Crowd, turns: number) {
  const bodies: [unknown, unknown] = [exampleMe, other];
  return page.evaluate((all) => lab.time(...all), [kind, crowd, turns, bodies] as Parameters<
    Lab["time"]
  >);
}

async function expectSameNodes(page: Page): Promise<void> {
  const html = (kind: Kind) =>
    page.evaluate(([one, body]) => lab.html(one as Kind, body), [kind, exampleMe] as const);
  const [kit, hand] = [await html("kit"), await html("hand")];
  if (kit !== hand) throw new Error(`The cards differ:\n${kit}\n${hand}`);
}

/** What cards keep, in bytes, after the garbage is collected. */
async function heapOf(page: Page, kind: Kind, count: number): Promise<number> {
  const before = await usedHeap(page);
  await page.evaluate((all) => lab.keep(...all), [kind, count, exampleMe] as Parameters<
    Lab["keep"]
  >);
  const after = await usedHeap(page);
  await page.evaluate(() => lab.release());
  return after - before;
}
