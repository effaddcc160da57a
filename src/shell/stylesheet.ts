// Styles of a shadow root as one constructed stylesheet: a strict policy refuses `<style>`, and a constructed
// stylesheet leaks no rule into the host page.

/** Applies `rules` to a shadow root in place of all others. Without constructed stylesheets the root stays unstyled. */
export const applyStyles = (root: ShadowRoot, rules: string): void => {
  try {
    // A document takes only the stylesheets that its own window made.
    const { CSSStyleSheet } = root.ownerDocument.defaultView ?? globalThis;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Unstyled, as announced.
  }
};

/** Height of the bar that the last rule of each stylesheet holds, in pixels. */
const bars = new WeakMap<CSSStyleSheet, number>();

/**
 * Sets the property `--bar` of the frame to the height of the bar at the end of the window, in pixels. The rule stands at the
 * end of the stylesheet of {@link applyStyles}: no element has a `style` attribute.
 */
export const applyBar = (root: ShadowRoot, height: number): void => {
  const sheet = root.adoptedStyleSheets?.[0];
  if (!sheet || bars.get(sheet) === height) return;
  if (bars.has(sheet)) sheet.deleteRule(sheet.cssRules.length - 1);
  sheet.insertRule(`.frame { --bar: ${height}px }`, sheet.cssRules.length);
  bars.set(sheet, height);
};
