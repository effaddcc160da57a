// The link by which the page was opened: taken out of the address, and kept in the entry of the history
// until the person has dealt with it.
// Must not read what a link holds.

/** The name under which the state of a history entry keeps the text of a link. */
const NAME = "coaching-session";

/** Our part of an address, with the text before and behind it. */
const PART = /([#?]|&(?:amp;)?|%(?:25)*23)cs(?:=|%3d)([^&#]*)(&?)/gi;

/** The text of a link that no widget has opened yet. */
let link: string | undefined;

/**
 * Takes a link out of the address, without another entry in the history and without a change to the parts
 * of the address that belong to the host page.
 */
export const readAddress = (): void => {
  const { href } = location;
  const hash = href.indexOf("#");
  const rest = href.replace(PART, (part: string, before: string, value: string, behind: string, at: number) => {
    // Before the hash stands what a server reads, and it may have a parameter of that name.
    if ((hash < 0 || at < hash) && !/^\d+\./.test(value)) return part;
    link = href;
    return behind && (before.length > 1 ? behind : before);
  });
  if (rest !== href) keep(href, rest);
};

/** Hands out the link that waits, once. */
export const takeLink = (): string | undefined => {
  const taken = link;
  link = undefined;
  return taken;
};

/** Brings back the link of a page that was loaded again. */
export const recallLink = (): void => {
  const kept = state()?.[NAME];
  // The host page may keep something else under that name.
  if (typeof kept === "string") link ??= kept;
};

/** Forgets the link for good: the person has dealt with it, and a reload shall not open it again. */
export const forgetLink = (): void => {
  link = undefined;
  if (state()?.[NAME]) keep(undefined, location.href);
};

/** The state of the history entry, where it is a plain object. */
const state = (): Record<string, unknown> | undefined => {
  const found: unknown = history.state;
  // Another kind of object would not be the same with a property of ours.
  return found && Object.getPrototypeOf(found) === Object.prototype ? (found as Record<string, unknown>) : undefined;
};

/** Keeps the text of a link beside the state of the host page, or removes it, and shows `address`. */
const keep = (text: string | undefined, address: string): void => {
  let next: unknown = history.state;
  if (!next || state()) {
    const { [NAME]: _, ...others } = state() ?? {};
    if (text) next = { ...others, [NAME]: text };
    else next = Object.keys(others).length ? others : null;
  }
  try {
    history.replaceState(next, "", address);
  } catch {
    // In a frame without an origin of its own the address stays.
  }
};
