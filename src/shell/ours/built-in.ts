// The built-in content in English, as the build puts it in: lines, activities, sentences, and the files to start from.
// Must not hold content of its own.

import builtIn from "../../../examples/built-in.json";
import example from "../../../examples/config.json";
import texts from "./built-in.json";
import { open, type Opened } from "./file";
import { readMessages } from "./fluent";
import type { Activity, Line } from "./content";

/** Sentences of the product by id, for people to find and change. Attributes are left out. */
export const SENTENCES: ReadonlyMap<string, string> = new Map(
  (readMessages(ENGLISH.replace(/^ +\..*\n/gm, "")) ?? []).map(({ id, text }) => [id, text]),
);

/** Returns a sentence about as it stands on the screen: other messages are put in, and "…" stands for what differs each time. */
export const shownAs = (text: string): string =>
  text.replace(/\{ ([a-z][\w-]*) \}/g, (whole, id: string) => SENTENCES.get(id) ?? whole).replace(/\{ \$[\w-]+ \}/g, "…");

/** Kinds of built-in lines: for checklists, for what sellers can count on, and hints about evidence. */
export type Kind = keyof typeof texts.lines;

/** Built-in lines of each kind. */
export const LINES: Record<Kind, { key: string; words: string }[]> = texts.lines;

/** Built-in activities about a topic. */
export const ACTIVITIES: { name: string; title: string; purpose: string; questions: { ask: string; "listen-for": string }[] }[] = texts.activities;

const words = new Map(Object.values(LINES).flat().map(({ key, words }) => [key, words]));

/** Returns the words of a line. */
export const lineWords = (line: Line): string => (typeof line === "string" ? line : (words.get(line["built-in"]) ?? line["built-in"]));

/** Titles of the activities that the product holds for every session. */
const FRAME: Record<string, string> = texts.frame;

/** Returns the title of a built-in activity; undefined for another one. */
export const titleOf = (called: string): string | undefined => FRAME[called] ?? ACTIVITIES.find(({ name }) => name === called)?.title;

/** Returns a built-in activity in the company's hands, with English words; undefined for one of the frame. */
export const ownCopy = (built: string, name: string): Activity | undefined => {
  const found = ACTIVITIES.find((activity) => activity.name === built);
  return found && { name, title: found.title, purpose: found.purpose, questions: found.questions.map(({ ask, "listen-for": listenFor }) => ({ ask, listenFor })) };
};

const opened = (file: object): Opened => open(JSON.stringify(file)) ?? { content: open("{}")!.content, changes: [] };

/** Returns the built-in coaching types, for their owner to change. */
export const builtInContent = (): Opened => opened(builtIn);

/** Returns the example of the documentation. */
export const exampleContent = (): Opened => opened(example);
