// The product's words by id, in the reader's language, through Project Fluent (l10n/*.ftl).
// Must not decide which words appear where.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import englishText from "../../l10n/en.ftl";

/** Words of one language, with English for missing words. */
export class Words {
  /** BCP 47 tag of the language. */
  readonly language: string;
  #bundles: FluentBundle[];

  /** `text` holds the words in the form of Project Fluent. `others` supply missing words. */
  constructor(language: string, text: string, others?: Words) {
    const bundle = new FluentBundle(language, { useIsolating: false });
    bundle.addResource(new FluentResource(text));
    this.language = language;
    this.#bundles = [bundle, ...(others ? others.#bundles : [])];
  }

  /** Returns the words of the message `id`, or of its part `id.attribute`. A broken message counts as missing. */
  say(id: string, args: Record<string, FluentVariable> = {}): string {
    const [name = id, attribute] = id.split(".");
    let broken = id;
    for (const bundle of this.#bundles) {
      const message = bundle.getMessage(name);
      const pattern = attribute ? message?.attributes[attribute] : message?.value;
      if (!pattern) continue;
      const errors: Error[] = [];
      broken = bundle.formatPattern(pattern, args, errors);
      if (errors.length === 0) return broken;
    }
    return broken;
  }
}

/** Words in English, which the script itself holds. */
export const english = new Words("en", englishText);

/** Files of the other languages, by BCP 47 tag. */
export const languages = new Map(Object.entries(LANGUAGES));

/** Words of the languages requested so far, by BCP 47 tag; each language loads once. */
const loaded = new Map<string, Promise<Words>>([["en", Promise.resolve(english)]]);

/**
 * Returns the tag of the shipped language that fits a BCP 47 tag best: the longest one that begins it, else
 * English. Letter case does not count (RFC 4647, section 3.4).
 */
const shippedFor = (tag: string): string => {
  const shipped = new Map([...languages.keys(), "en"].map((name) => [name.toLowerCase(), name]));
  const parts = tag.toLowerCase().split("-");
  while (parts.length > 0) {
    const name = shipped.get(parts.join("-"));
    if (name) return name;
    parts.pop();
  }
  return "en";
};

/** Returns the words for a BCP 47 tag, of the shipped language that fits the tag best. */
export const wordsFor = (tag: string): Promise<Words> => {
  const known = shippedFor(tag);
  let words = loaded.get(known);
  if (!words) {
    words = load(known).catch((error: unknown) => {
      console.error(error);
      loaded.delete(known);
      return english;
    });
    loaded.set(known, words);
  }
  return words;
};

const load = async (language: string): Promise<Words> => {
  const file = await fetch(new URL(languages.get(language) ?? "", import.meta.url));
  if (!file.ok) throw new Error(`${file.url}: ${file.status}`);
  return new Words(language, await file.text(), english);
};
