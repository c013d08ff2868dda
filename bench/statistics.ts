/** What repeated measurements come to. */
export interface Sample {
  median: number;
  /** The middle half of all values lies between these two. */
  low: number;
  high: number;
}

/** The median and the middle half of some values. */
export function summarize(values: readonly number[]): Sample {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** One value against another of the same round: what slows a round down slows both. */
export function ratios(values: readonly number[], others: readonly number[]): Sample {
  return summarize(values.map((value, round) => value / (others[round] ?? Number.NaN)));
}

/** Measures each contestant once a round, one after the other, each round starting with another. */
export async function takeTurns<Name extends string>(
  rounds: number,
  names: readonly Name[],
  measure: (name: Name) => number | Promise<number>,
): Promise<Record<Name, number[]>> {
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    number[]
  >;
  for (let round = 0; round < rounds; round++) {
    const turn = round % names.length;
    for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
      results[name].push(await measure(name));
    }
  }
  return results;
}
