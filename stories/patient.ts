/**
 * A provider for what is never answered. Its usual time limit would run out before a slow machine has
 * looked at the story, or in the middle of another, which would be asked for the profile once more.
 */
export const patient = { timeoutMs: Number.POSITIVE_INFINITY } as const;
