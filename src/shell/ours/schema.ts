// Hints of the form, as the schema of the file says them.
// Must not hold words of its own.

import schema from "../../../config.schema.json";

type Definitions = Record<string, { properties?: Record<string, { description?: string }> }>;

const DEFINITIONS = schema.$defs as object as Definitions;

/** Returns what the schema says about a part of a definition. */
export const about = (definition: string, name: string): string =>
  (DEFINITIONS[definition]?.properties?.[name]?.description ?? "").replace(/`([^`]*)`/g, "“$1”").replace(/\s+/g, " ");
