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

/**
 * Sets the property `--bar` of the frame to the height of the bar at the end of the window, in pixels. The rule stands in a
 * stylesheet of its own behind the one of {@link applyStyles}: no element has a `style` attribute.
 */
export const applyBar = (root: ShadowRoot, height: number): void => {
  const [rules, bar] = root.adoptedStyleSheets ?? [];
  if (!rules) return;
  try {
    const { CSSStyleSheet } = root.ownerDocument.defaultView ?? globalThis;
    const sheet = bar ?? new CSSStyleSheet();
    sheet.replaceSync(`.frame { --bar: ${height}px }`);
    if (!bar) root.adoptedStyleSheets = [rules, sheet];
  } catch {
    // The margins of scrolling stay as `base.css` has them without the property.
  }
};
