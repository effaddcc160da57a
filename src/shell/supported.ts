// The features that the widget needs of the browser, and the sentence of a browser that lacks one. The stable script holds
// the sentence, so that an old browser loads nothing else.

/** Features by name. A content policy that refuses WebAssembly is another matter: the features are there. */
const FEATURES: Record<string, () => boolean> = {
  WebAssembly: () => typeof WebAssembly === "object",
  "constructed stylesheets": () => "adoptedStyleSheets" in document && "replaceSync" in CSSStyleSheet.prototype,
  "light-dark()": () => CSS.supports("color", "light-dark(#000, #fff)"),
  DecompressionStream: () => !ONE_FILE || typeof DecompressionStream === "function",
};

/** Returns the name of a feature that this browser lacks; undefined if it has all. */
export const missingFeature = (): string | undefined => Object.keys(FEATURES).find((name) => !FEATURES[name]?.());

/** Shows the sentence below the content that the host page wrote into the element. */
export const showTooOld = (root: ShadowRoot): void => {
  const around = root.host.closest<HTMLElement>("[lang]")?.lang || navigator.language || "en";
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "alert");
  const language = [around, around.split("-")[0] ?? ""].find((tag) => Object.hasOwn(TOO_OLD, tag)) ?? "en";
  sentence.lang = language;
  sentence.textContent = TOO_OLD[language] ?? "";
  root.replaceChildren(document.createElement("slot"), sentence);
};
