// Chance that repeats itself: the seed is printed with each failure. Holds no test.

/** True in the long run, which tries everything. */
export const IS_LONG = process.env.COACHING_LONG === '1';

/** The seed of this run. */
export const SEED = Number(process.env.COACHING_SEED ?? 1);

/** Source of numbers from 0 to 1, 1 excluded. */
export type Chance = () => number;

/** Returns a source of numbers that depend on the seed alone (mulberry32). */
export function randomly(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns one of several. */
export const oneOf = <T>(all: readonly T[], chance: Chance): T => all[Math.floor(chance() * all.length)]!;

/** Returns so many of all, in their order. */
export function sample<T>(all: readonly T[], count: number, chance: Chance): T[] {
  const marked = all.map((one, at) => ({ one, at, mark: chance() }));
  const chosen = marked.sort((a, b) => a.mark - b.mark).slice(0, count);
  return chosen.sort((a, b) => a.at - b.at).map(({ one }) => one);
}
