// Reads the words of each language for the build.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";

/** Returns a file of words without its comments, which speak to translators. */
export const words = (file) => readFileSync(file, "utf8").replace(/^#.*\n/gm, "");

/** Returns the messages of a file of words, parsed by Project Fluent, as JSON. */
export const parsed = (file) => JSON.stringify(new FluentResource(words(file)).body);

/** Returns a message without variables in each language that has it, by BCP 47 tag. */
export const inEach = (id) => {
  const said = {};
  for (const file of readdirSync("l10n")) {
    const language = file.replace(/\.ftl$/, "");
    const bundle = new FluentBundle(language);
    bundle.addResource(new FluentResource(words(join("l10n", file))));
    const pattern = bundle.getMessage(id)?.value;
    if (pattern) said[language] = bundle.formatPattern(pattern);
  }
  return said;
};
