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
