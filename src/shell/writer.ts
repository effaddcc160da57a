// The slot of a running program: a number that no other running program of the instance has, so that each program
// writes records under a name of its own. A Web Lock holds the slot until the program ends, however it ends.
// Must not read or write a record.

import { globals } from "./kept";
import { prefixOf } from "./prefix";

/** Place of a program among the running programs of its instance. */
export interface Writer {
  /** Number that no other running program of the instance has; absent without Web Locks. */
  slot?: number;
  /** Slots of all running programs of the instance, this program's included; absent if unknown. */
  living?: Uint32Array;
}

/** Upper bound of the wait for the slot from before a reload, in milliseconds: its lock may be freed a moment late. */
const WAIT_FOR_OWN = 500;

/** Upper bound of the wait for all answers of the lock manager, in milliseconds: on a busy machine they take long. */
const WAIT_FOR_ALL = 3_000;

/** Time that answers have once a wait is over, in milliseconds: a page that stood still has not heard them yet. */
const LATE_ANSWERS = 100;

/** Upper bound of slots. A page that claims more slots has written them by mistake. */
const SLOTS = 10_000;

/** The elements of the page in their positions in the list of slots, by prefix. */
const positions = new Map<string, (Element | undefined)[]>();

/**
 * Takes a slot for the program of an element, until `life` is aborted: the slot that the element in the same position
 * had before a reload, else the first free slot. Never rejects. Without Web Locks, or without a timely answer, the
 * slot is absent. `isNoted` is false where nothing may be stored, so that a reload may give another slot.
 */
export const takeSlot = async (
  element: Element,
  instance: string,
  life: AbortSignal,
  isNoted: boolean,
): Promise<Writer> => {
  const writer: Writer = {};
  try {
    const late = over(WAIT_FOR_ALL);
    // An element that moves within the page is back by then.
    await undefined;
    const prefix = prefixOf(instance);
    const position = takePosition(element, prefix);
    await globals.Promise.race([find(writer, prefix, position, life, late), whenAborted(late)]);
    if (isNoted && writer.slot !== undefined) noteSlot(prefix, position, writer.slot);
  } catch {
    // An insecure page, or one without an origin of its own, has no locks.
  }
  // A late answer must not change what the program was told.
  return { ...writer };
};

/** Frees the position of an element that leaves the page, for the next element. */
export const leavePosition = (element: Element): void => {
  for (const elements of positions.values()) {
    const position = elements.indexOf(element);
    if (position >= 0) elements[position] = undefined;
  }
};

/**
 * Returns the position of an element, which is the first free one if the element has none. The position of an element
 * that has left the page is free: of an element that `innerHTML` replaces, a browser may tell only after the new one.
 */
const takePosition = (element: Element, prefix: string): number => {
  const elements = positions.get(prefix) ?? [];
  positions.set(prefix, elements);
  const [own, free] = [elements.indexOf(element), elements.findIndex((other) => !other?.isConnected)];
  const position = own >= 0 ? own : free >= 0 ? free : elements.length;
  elements[position] = element;
  return position;
};

/** Takes a slot and reads the living slots into `writer`. A slot that is granted too late is given back. */
const find = async (
  writer: Writer,
  prefix: string,
  position: number,
  life: AbortSignal,
  late: AbortSignal,
): Promise<void> => {
  const locks = `${prefix}writer/`;
  const own = slotsBefore(prefix)[position];
  const hold = (slot: number, options: LockOptions) =>
    new globals.Promise<boolean>((resolve, reject) => {
      const granted = (lock: Lock | null) => {
        const isTaken = Boolean(lock) && !life.aborted && !late.aborted;
        if (isTaken) writer.slot = slot;
        resolve(isTaken);
        return isTaken ? whenAborted(life) : undefined;
      };
      navigator.locks.request(`${locks}${slot}`, options, granted).catch(reject);
    });
  if (own !== undefined) {
    // Rejects after the wait.
    await hold(own, { signal: over(WAIT_FOR_OWN) }).catch(() => false);
  }
  for (let slot = 0; writer.slot === undefined && slot < SLOTS && !life.aborted && !late.aborted; slot += 1) {
    await hold(slot, { ifAvailable: true });
  }
  if (writer.slot === undefined) return;
  const { held = [] } = await navigator.locks.query();
  const names = held.map(({ name = "" }) => name).filter((name) => name.startsWith(locks));
  writer.living = Uint32Array.from(names, (name) => Number(name.slice(locks.length)));
};

/** Returns a signal that is aborted after that many milliseconds, and only once the page heard what came in that time. */
const over = (wait: number): AbortSignal => {
  const end = new globals.AbortController();
  const then = (time: number, work: () => void) =>
    globals.AbortSignal.timeout(time).addEventListener("abort", work, { once: true });
  then(wait, () => then(LATE_ANSWERS, () => end.abort()));
  return end.signal;
};

/** Returns a promise that resolves when a signal is aborted. */
const whenAborted = (signal: AbortSignal): Promise<void> =>
  new globals.Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });

/** Returns the name of the list of slots: not under the prefix, since the data of a tab have that one. */
const listOf = (prefix: string): string => `slots-of-${prefix}`;

/** Returns the slots that the widgets of this tab had last, by position. Unusable entries are undefined. */
const slotsBefore = (prefix: string): (number | undefined)[] => {
  try {
    const slots: unknown = globals.parse(sessionStorage.getItem(listOf(prefix)) ?? "[]");
    if (!Array.isArray(slots)) return [];
    return slots.map((slot) => (Number.isInteger(slot) && slot >= 0 && slot < SLOTS ? slot : undefined));
  } catch {
    // Storage is denied, or the list is damaged.
    return [];
  }
};

/** Notes the slot of a position for a reload. */
const noteSlot = (prefix: string, position: number, slot: number): void => {
  const slots = slotsBefore(prefix);
  if (slots[position] === slot) return;
  slots[position] = slot;
  try {
    // `Array.from` fills gaps, which become null.
    sessionStorage.setItem(listOf(prefix), globals.stringify(Array.from(slots)));
  } catch {
    // Storage is denied.
  }
};
