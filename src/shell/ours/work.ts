// Content and faults that the parts of the form share, and ways to change and to focus.
// Must not draw anything.

import type { Fault } from "./faults";
import type { Content } from "./content";

/** The open work. */
export interface Work {
  readonly content: Content;
  readonly faults: readonly Fault[];
  /** Paths of the parts that are unfolded. */
  readonly unfolded: Set<string>;
  /** Makes a change to the content, and draws it. */
  change(make: () => void): void;
  /** Makes a change, and moves the focus to the part with this path once it is drawn. */
  changeTo(path: string, make: () => void): void;
  /** Draws again, after a part was folded or unfolded. */
  draw(): void;
}

/** Returns the rules that a part breaks. */
export const rulesAt = ({ faults }: Work, path: string): string[] => faults.filter((fault) => fault.path === path).map(({ rule }) => rule);

/** Returns true if a part, or a part of it, has a fault. */
export const hasFault = ({ faults }: Work, path: string): boolean =>
  faults.some((fault) => fault.path === path || (fault.path.startsWith(path) && /^[.[]/.test(fault.path.slice(path.length))));

/** Returns the path of the newest entry of a list, for `focusOn`. */
export const newestOf = (path: string): string => `${path}!`;

const drawn = (path: string): HTMLElement | null => document.querySelector(`[data-path=${JSON.stringify(path)}]`);

/** Returns the part with a path: a field, a group, or what folds it; or the smallest part around it that is drawn. */
const partAt = (path: string): HTMLElement | null => {
  if (path.endsWith("!")) {
    const adder = drawn(`${path.slice(0, -1)}+`);
    return adder?.previousElementSibling?.querySelector<HTMLElement>("input, select, textarea") ?? adder;
  }
  for (let part = path; part; part = part.replace(/(?:\.[^.[]*|\[\d+\]|[^.[]+)$/, "")) {
    const found = drawn(part) ?? drawn(`${part}*`) ?? drawn(`${part}^`);
    if (found) return found;
  }
  return null;
};

/** Moves the focus to the part with a path, or to the smallest part around it. */
export const focusOn = (path: string): void => {
  const part = partAt(path);
  part?.scrollIntoView({ block: "nearest" });
  part?.focus({ preventScroll: true });
};

/** Moves an entry of a list by one place, up or down. */
export const moveEntry = <T>(list: T[], at: number, by: 1 | -1): void => {
  const [entry] = list.splice(at, 1);
  if (entry !== undefined) list.splice(at + by, 0, entry);
};
