// The wait until an element is near the visible part of the page.

/** Distance to the visible part of the page at which an element counts as near. */
const MARGIN = "50%";

/**
 * Calls `work` once when an element is near the visible part of the page; returns a function that ends the wait. A browser
 * that cannot tell calls at once.
 */
export const whenNear = (element: Element, work: () => void): (() => void) => {
  if (typeof IntersectionObserver !== "function") {
    work();
    return () => {};
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      work();
    },
    { rootMargin: MARGIN },
  );
  observer.observe(element);
  return () => observer.disconnect();
};
