// The faults that the program finds in the content, each with the place in the form and words for who writes it.
// Must not decide what a fault is.

import { agendaNames, type Content } from "./content";

/** A fault of the content. */
export interface Fault {
  /** Path in the file, such as `types[0].agendas.45[2].minutes`; empty for the whole file. */
  path: string;
  /** Rule that the part breaks, in plain words. */
  rule: string;
}

/** Rules of the program in plain words. What no row matches stays as the program says it. */
const RULES: [said: RegExp, words: string][] = [
  [/^the text is empty$/, "Write something here, or remove it."],
  [/^the text has (\d+) characters; at most (\d+)$/, "This text has $1 characters. At most $2 fit."],
  [/^the list has (\d+) entries; (\d+) to (\d+) are allowed$/, "There are $1 entries. From $2 to $3 are allowed."],
  [/^(-?\d+) is not from (\d+) to (\d+)$/, "$1 is not from $2 to $3."],
  [/^minutes add up to.*/, "The minutes do not add up to the length."],
  [/^`minutes` must lie.*/, "The minutes must lie between the least and the most. The least is 1 or more."],
  [/^must end with.*/, "Next steps and Close must stand at the end, each once."],
  [/^has no item about a topic$/, "One item must be about the topic: add an item of your own, or a built-in one."],
  [/^no agenda fits a session of (\d+) minutes$/, "No agenda fits a session of $1 minutes. Give some items a smaller least, or add an agenda of another length."],
  [/^must be 1 to 40 of the characters.*/, "Use 1 to 40 of the letters a to z, digits and hyphens."],
  [/^stands twice$/, "Another coaching type has this name or id."],
  [/^no such activity.*/, "Choose what happens in this item."],
  [/^no such built-in text$/, "There is no such built-in line. Write your own."],
  [/^invalid type: .*expected u(8|16).*/, "Write a whole number."],
  [/^invalid value: integer.*expected u(8|16).*/, "This number is too large."],
  [/^no such message$/, "The product has no such sentence any more. Remove it."],
  [/^the built-in words have no (.*)$/, "The built-in sentence has no $1. Keep to the names in braces of the built-in sentence."],
  [/^is not written as Project Fluent has it$/, "The braces do not match. Keep each name in braces as the built-in sentence has it."],
];

/** Returns the faults of a text of the program, one a line. */
export const readFaults = (text: string): Fault[] =>
  text.split("\n").filter(Boolean).map((line) => {
    const [, path = "", rule = line] = /^([\w$.\-[\]() ]*?): (.*)$/.exec(line) ?? [];
    const known = RULES.find(([said]) => said.test(rule));
    if (/^types\[\d+\]\.agendas\.\d+ \(\d+\)$/.test(path)) return { path, rule: "Another agenda is as long. Change the minutes of one of them." };
    if (/^(parties|words)\..* \(\d+\)$/.test(path)) return { path, rule: "This language stands twice." };
    return { path, rule: known ? rule.replace(known[0], known[1]).replace(/^[a-z]/, (first) => first.toUpperCase()) : rule };
  });

/** Returns the place of a part of the file in words, such as "Renewal, agenda of 45 minutes, item 3". */
export const placeOf = (path: string, { types }: Content): string => {
  const [, at, rest = ""] = /^types\[(\d+)\](.*)$/.exec(path) ?? [];
  const of = at === undefined ? undefined : types[Number(at)];
  if (!of) return PLACES.find(([begin]) => path.startsWith(begin))?.[1] ?? "The file";
  const name = of.name.trim() || `Coaching type ${Number(at) + 1}`;
  const [, length, item] = /^\.agendas\.([^[]*)(?:\[(\d+)\])?/.exec(rest) ?? [];
  if (length !== undefined) {
    return [name, `agenda of ${length} minutes`, ...(item === undefined ? [] : [`item ${Number(item) + 1}`])].join(", ");
  }
  const [, called, question] = /^\.activities\.([a-z0-9-]+)(?:\.questions\[(\d+)\])?/.exec(rest) ?? [];
  if (called !== undefined) {
    const place = of.activities.findIndex((activity) => activity.name === called);
    const title = of.activities[place]?.title.trim() || `your item ${place + 1}`;
    return [name, title, ...(question === undefined ? [] : [`question ${Number(question) + 1}`])].join(", ");
  }
  const part = PARTS.find(([begin]) => rest.startsWith(begin))?.[1];
  return part ? `${name}, ${part}` : name;
};

const PLACES: [begin: string, words: string][] = [
  ["count-on", "What sellers can count on"],
  ["limits", "Limits"],
  ["parties", "Names of the two"],
  ["words", "Words"],
  ["built-in-types", "Built-in coaching types"],
];

const PARTS: [begin: string, words: string][] = [
  [".agendas", "agendas"],
  [".checklists.manager", "checklist of the manager"],
  [".checklists.seller", "checklist of the seller"],
  [".evidence", "evidence"],
  [".avoid", "questions to avoid"],
  [".rhythm-weeks", "rhythm"],
  [".minutes", "usual length"],
  [".id", "lasting id"],
];

/** Returns the path of an agenda in the file. */
export const agendaPath = (content: Content, type: number, agenda: number): string => {
  const of = content.types[type];
  return `types[${type}].agendas.${of ? agendaNames(of)[agenda] : ""}`;
};
