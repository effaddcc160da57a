// The link by which the page was opened: removed from the address, and stored in the state of the history
// entry until the person has dealt with the link.
// Must not read the content of a link.

/** Property of `history.state` that holds the text of the link. */
export const LINK = "coaching-session";

/** Pattern of a link's part `cs=…` in an address, with the separators before and after the part. */
const PART = /([#?]|&(?:amp;)?|%(?:25)*23)cs(?:=|%3d)([^&#]*)(&?)/gi;

/** Address that held a link, if no widget has opened the link yet; else undefined. */
let link: string | undefined;

/**
 * Takes a link out of the address. Adds no history entry, and leaves the host page's parts of the address
 * unchanged.
 */
export const readAddress = (): void => {
  const { href } = location;
  const hash = href.indexOf("#");
  const rest = href.replace(PART, (part: string, before: string, value: string, behind: string, at: number) => {
    // The part before the hash is for the server, which may have a parameter of that name.
    if ((hash < 0 || at < hash) && !/^\d+\./.test(value)) return part;
    link = href;
    return behind && (before.length > 1 ? behind : before);
  });
  if (rest !== href) keep(href, rest);
};

/** Returns the link that no widget has opened yet, and forgets it; undefined without such a link. */
export const takeLink = (): string | undefined => {
  const taken = link;
  link = undefined;
  return taken;
};

/** Returns true if a link waits for a widget: one of the address, or one from before a reload. */
export const hasLink = (): boolean => link !== undefined || typeof stateOfEntry()?.[LINK] === "string";

/** Restores the link from the state of the history entry, after a reload of the page. */
export const recallLink = (): void => {
  const kept = stateOfEntry()?.[LINK];
  // The host page may keep something else under that name.
  if (typeof kept === "string") link ??= kept;
};

/** Forgets the link by which the page was opened, so that a reload does not open the link again. */
export const forgetLink = (): void => {
  link = undefined;
  if (stateOfEntry()?.[LINK]) keep(undefined, location.href);
};

/** Returns the state of the history entry; undefined unless the state is a plain object. */
export const stateOfEntry = (): Record<string, unknown> | undefined => {
  const found: unknown = history.state;
  // A copy of another kind of object, with one more property, would lose its type.
  return found && Object.getPrototypeOf(found) === Object.prototype ? (found as Record<string, unknown>) : undefined;
};

/** Stores `text` of a link beside the host page's state, or removes it if undefined; `address` is shown from now on. */
const keep = (text: string | undefined, address: string): void => {
  let next: unknown = history.state;
  if (!next || stateOfEntry()) {
    const { [LINK]: _, ...others } = stateOfEntry() ?? {};
    if (text) next = { ...others, [LINK]: text };
    else next = Object.keys(others).length ? others : null;
  }
  try {
    history.replaceState(next, "", address);
  } catch {
    // A frame without an origin of its own cannot change the history.
  }
};
