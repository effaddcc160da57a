// The frame in which the page of its own is shown, and its attributes, which come from the address or from the page around.
// Must not listen to the page around.

import { ATTRIBUTES } from "./attributes";

/** Upper bound of the value of an attribute, in UTF-16 units. */
const VALUE_LIMIT = 2_000;

/** Attributes that a frame takes. `loading` is not among them: a frame starts at once. */
const NAMES = ["lang", ...Object.keys(ATTRIBUTES)].filter((name) => name !== "loading");

/** Returns true if the element is on the page of its own, and the page is in a frame that asks to embed it. */
export const isFramed = (host: Element): boolean =>
  window.parent !== window && host.hasAttribute("data-own-page") && new URLSearchParams(location.search).has("embed");

/** Returns true if `origin` is that of this page; false for a page without an origin of its own. */
export const isOwnOrigin = (origin: string): boolean => origin === self.origin && origin !== "null";

/** Returns true if all pages around are of the origin of this page, so that they share its storage. */
const isAmongOwn = (): boolean => {
  try {
    for (let at: Window = window; at !== at.parent; at = at.parent) {
      // Throws for a page of another origin.
      if (!isOwnOrigin(at.parent.origin)) return false;
    }
    return true;
  } catch {
    return false;
  }
};

/** Returns the address of the full page, and the relation of the data, as `Platform::framed` in platform.rs reads them. */
export const framed = (host: Element): string[] => {
  if (!isFramed(host)) return [];
  const page = new URL(location.href);
  page.hash = "";
  const data = self.origin === "null" ? "sealed" : isAmongOwn() ? "shared" : "apart";
  page.search = data === "apart" ? "carry" : "";
  return [page.href, data];
};

/**
 * Sets attributes of the element. `origin` is that of the page that wants them; undefined if it is unknown, as for the
 * address of the frame. Ignores unknown names and values of a wrong type. A page of another origin may let neither links
 * lead to a third origin, nor words come from one.
 */
export const setAttributes = (element: Element, wanted: Iterable<[string, unknown]>, origin?: string): void => {
  const isTrusted = origin === undefined ? isAmongOwn() : isOwnOrigin(origin);
  for (const [name, value] of wanted) {
    if (!NAMES.includes(name)) continue;
    if (value === null) element.removeAttribute(name);
    else if (typeof value === "string" && isAllowed(name, value, isTrusted, origin)) element.setAttribute(name, value);
  }
};

const isAllowed = (name: string, value: string, isTrusted: boolean, origin: string | undefined): boolean => {
  if (value.length > VALUE_LIMIT) return false;
  if (name === "lang") return /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,8}$/i.test(value);
  if (isTrusted || (name !== "config" && name !== "share-url")) return true;
  const { origin: named } = URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI) : { origin: "" };
  return named === location.origin || (name === "share-url" && named === origin);
};
