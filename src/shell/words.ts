// The words of the product by id, in the reader's language, through Project Fluent (l10n/*.ftl).
// Must not decide which words are said when.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import englishText from "../../l10n/en.ftl";

/** The words of one language, and English where that language lacks some. */
export class Words {
  /** BCP 47 tag of the language. */
  readonly language: string;
  #bundles: FluentBundle[];

  /** `text` holds the words in Fluent's form; `others` say what they do not. */
  constructor(language: string, text: string, others?: Words) {
    const bundle = new FluentBundle(language, { useIsolating: false });
    bundle.addResource(new FluentResource(text));
    this.language = language;
    this.#bundles = [bundle, ...(others ? others.#bundles : [])];
  }

  /** The words with that id; `id.attribute` for those of an attribute. A broken message is as a missing one. */
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

/** English, which is always there. */
export const english = new Words("en", englishText);

/** The languages that were asked for, each loaded once. */
const loaded = new Map<string, Promise<Words>>([["en", Promise.resolve(english)]]);

/** The words for a reader of a BCP 47 tag: in that language, else in the same without its region, else English. */
export const wordsFor = (tag: string): Promise<Words> => {
  const [language = ""] = tag.split("-");
  const known = [tag, language].find((name) => name === "en" || Object.hasOwn(LANGUAGES, name)) ?? "en";
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
  const file = await fetch(new URL(LANGUAGES[language] ?? "", import.meta.url));
  if (!file.ok) throw new Error(`${file.url}: ${file.status}`);
  return new Words(language, await file.text(), english);
};
