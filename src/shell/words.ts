// The product's words by id, in the reader's language, through Project Fluent (l10n/*.ftl).
// Must not decide which words appear where.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { globals } from "./kept";
import englishBody from "../../l10n/en.ftl";

/** Words of one language, with English for missing words. */
export class Words {
  /** BCP 47 tag of the language. */
  readonly language: string;
  #resource: FluentResource;
  /** Bundles in the order in which a message is looked for. */
  #bundles: FluentBundle[];

  /** `words` are in the form of Project Fluent, as text or parsed. `others` supply missing words. */
  constructor(language: string, words: string | FluentResource["body"], others?: Words) {
    this.#resource = new FluentResource(typeof words === "string" ? words : "");
    if (typeof words !== "string") this.#resource.body = words;
    this.language = language;
    this.#bundles = [this.#bundle(), ...(others ? others.#bundles : [])];
  }

  /** Returns a bundle with the words of the language, and with a company's own in place of some. */
  #bundle(own?: FluentResource): FluentBundle {
    const bundle = new FluentBundle(this.language, { useIsolating: false });
    bundle.addResource(this.#resource);
    if (own) bundle.addResource(own, { allowOverrides: true });
    return bundle;
  }

  /**
   * Returns these words with a company's own in place of some: messages that are known here, with no other variables
   * than the built-in words have. Drops the characters that turn text (Unicode UAX 9), as from typed text.
   */
  with(text: string): OwnWords {
    const shown = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "").replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "");
    const resource = new FluentResource(shown);
    const faults: string[] = [];
    const begun = [...shown.matchAll(/^(-?[A-Za-z][\w-]*) *=/gm)].map(([, id]) => id);
    const read = new Set(resource.body.map(({ id }) => id));
    for (const id of begun) if (!read.has(id ?? "")) faults.push(`${id}: is not written as Project Fluent has it`);
    resource.body = resource.body.filter((message) => {
      const fault = this.#fault(message);
      if (fault) faults.push(`${message.id}: ${fault}`);
      return !fault;
    });
    const words = new Words(this.language, "", this);
    words.#bundles[0] = this.#bundle(resource);
    return { words, faults };
  }

  /** Returns the rule that a company's own message breaks; undefined if it may stand in place of the built-in one. */
  #fault({ id, value, attributes }: FluentResource["body"][number]): string | undefined {
    const built = this.#bundles.map((bundle) => bundle.getMessage(id)).find(Boolean);
    if (!built) return "no such message";
    const unknown = Object.keys(attributes).find((name) => !(name in built.attributes));
    if (unknown) return `no such attribute: ${unknown}`;
    const inBuilt = [built.value, ...Object.values(built.attributes)].flatMap(namesIn);
    const names = [value, ...Object.values(attributes)].flatMap(namesIn);
    const foreign = names.find((name) => !inBuilt.includes(name) && !PARTS.includes(name));
    if (!foreign) return undefined;
    const known = inBuilt.length ? `; known are ${[...new Set(inBuilt)].join(", ")}` : "; there is none";
    return `the built-in words have no ${foreign}${known}`;
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

/** Messages that any words may name: what the company calls the two. */
const PARTS = ["message called-manager", "message called-seller", "message called-sellers"];

/** Words of a company in place of built-in ones, with the faults of those that are refused. */
export interface OwnWords {
  words: Words;
  /** A line for each refused message: its id, a colon, and the rule. */
  faults: string[];
}

/** Words in English, which the script itself holds. */
export const english = new Words("en", englishBody);

/** Files of the other languages, by BCP 47 tag; in one file their words. */
export const languages = new Map(Object.entries(LANGUAGES));

/** Returns the variables in a pattern, such as `$seller`, with the messages, terms and functions to which it refers. */
const namesIn = (pattern: unknown): string[] => {
  if (Array.isArray(pattern)) return pattern.flatMap(namesIn);
  if (!pattern || typeof pattern !== "object") return [];
  const { type, name, ...parts } = pattern as Record<string, unknown>;
  const marks: Record<string, string> = { var: "$", mesg: "message ", term: "-", func: "function " };
  const own = typeof type === "string" && type in marks ? [`${marks[type]}${String(name)}`] : [];
  return [...own, ...Object.values(parts).flatMap(namesIn)];
};

/** Words of the languages requested so far, by BCP 47 tag; each language loads once. */
const loaded = new Map<string, Promise<Words>>();

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
  if (language === "en") return english;
  const text = languages.get(language) ?? "";
  return new Words(language, ONE_FILE ? text : await fetched(text), english);
};

/** Returns the text of a file beside the script. */
const fetched = async (name: string): Promise<string> => {
  const file = await globals.fetch(new URL(name, import.meta.url));
  if (!file.ok) throw new Error(`${file.url}: ${file.status}`);
  return file.text();
};
