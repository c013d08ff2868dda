/** `FUZZ_FACTOR=20 npx vitest run --project unit test/fuzz` looks longer; CI keeps to seconds. */
const factor = Number(process.env.FUZZ_FACTOR ?? 1);

/** How often a property is tried. */
export function runs(times: number): { numRuns: number } {
  return { numRuns: Math.ceil(times * factor) };
}

/**
 * The same for ways through a page, which are of many steps: CI goes the same ones each time, and who
 * looks longer goes others.
 */
export function ways(times: number): { numRuns: number; seed?: number } {
  return { ...runs(times), ...(factor === 1 && { seed: 1 }) };
}

/** The time that a property may take, in ms; generous, because slow machines are busy too. */
export const timeout: number = 30_000 * Math.max(1, factor);
