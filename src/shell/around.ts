// The surroundings of an element: its language, and the name of its data.

import { valueOf } from "./attributes";

/**
 * Returns the nearest language around an element, across shadow roots; else the browser's; else English. If the
 * page says "en" and the browser "en-GB", the browser's more exact tag decides how dates are written.
 */
export const languageAround = (element: Element): string => {
  const own = navigator.language || "en";
  let at: Node | null = element;
  while (at) {
    const lang = at instanceof Element ? at.getAttribute("lang") : null;
    if (lang) return own.startsWith(`${lang}-`) ? own : lang;
    at = at instanceof ShadowRoot ? at.host : at.parentNode;
  }
  return own;
};

/** Returns the name that separates the data of several widgets: that of the host page, or "default". */
export const nameOf = (element: Element): string => valueOf(element, "instance") || "default";

/** The data that the attributes of an element name. */
export interface Named {
  /** Name that separates the data of several widgets. */
  instance: string;
  /** Place of the data: `local`, `session` or `none`. */
  storage: string;
  /** Address of the company's file; empty without one. */
  config: string;
}

/** Returns the data that the attributes of an element name. */
export const namedBy = (element: Element): Named => ({
  instance: nameOf(element),
  storage: valueOf(element, "storage"),
  config: valueOf(element, "config"),
});

/** Returns true if two elements, or one at two times, keep their data in different places. */
export const isElsewhere = (one: Named, other: Named): boolean =>
  one.instance !== other.instance || one.storage !== other.storage;
