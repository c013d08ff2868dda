/** Takes what has one of these names from among others; what is undefined is left out. */
export function split<T extends object, Name extends keyof T>(
  options: T,
  names: readonly Name[],
): [named: Pick<T, Name>, others: Omit<T, Name>] {
  const named: Partial<T> = {};
  const others: Partial<T> = {};
  for (const name in options) {
    const target = (names as readonly PropertyKey[]).includes(name) ? named : others;
    if (options[name] !== undefined) target[name] = options[name];
  }
  return [named, others] as [Pick<T, Name>, Omit<T, Name>];
}
