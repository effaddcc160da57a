// The features that the page around a frame keeps from it.

/** Returns true if the page around a frame refuses it a feature; false for a feature that the browser does not know. */
export function isRefused(feature: string): boolean {
  const { featurePolicy } = document as { featurePolicy?: { features(): string[]; allowsFeature(name: string): boolean } };
  return featurePolicy?.features().includes(feature) === true && !featurePolicy.allowsFeature(feature);
}
