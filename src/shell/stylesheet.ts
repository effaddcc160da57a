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
