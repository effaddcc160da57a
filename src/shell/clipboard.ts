// The clipboard where the browser gives no access to it.

/** Copies text through an invisible field, for browsers, pages and frames without clipboard access. */
export const copyFromField = (root: ShadowRoot, text: string): boolean => {
  const before = root.activeElement as HTMLElement | null;
  const field = document.createElement("textarea");
  field.value = text;
  // Beside the button: nothing outside an open dialog can be selected.
  (before?.parentNode ?? root).append(field);
  field.focus({ preventScroll: true });
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  before?.focus({ preventScroll: true });
  return isCopied;
};
