// The file of content: what the form writes, and what it reads of a file that somebody else wrote.
// Must not lose a part of a file without saying so.

import { Validator, type OutputUnit } from "@cfworker/json-schema";
import schema from "../../../config.schema.json";
import { readMessages, writeMessages } from "./fluent";
import {
  GROUPS,
  agendaNames, ends, lengthOf, nothing, uniqueNames, unmarked,
  type Agenda, type Checklist, type CoachingType, type Content, type Line, type Row,
} from "./content";

/** Form of the file, as config.schema.json has it. */
interface File {
  types?: FileType[] | null;
  "built-in-types"?: string[] | null;
  "count-on"?: Line[] | null;
  limits?: { "shortest-minutes"?: number | null; "longest-minutes"?: number | null; "drafts-kept-days"?: number | null } | null;
  parties?: Record<string, { manager?: string; seller?: string; sellers?: string }> | null;
  words?: Record<string, string> | null;
}

interface FileType {
  id?: string;
  name?: string;
  minutes?: number | null;
  "rhythm-weeks"?: number | null;
  activities?: Record<string, FileActivity> | null;
  agendas?: Record<string, FileRow[]>;
  checklists?: { manager?: Partial<Checklist> | null; seller?: Partial<Checklist> | null } | null;
  evidence?: Line | null;
  avoid?: string[] | null;
}

interface FileActivity {
  title?: string;
  purpose?: string | null;
  questions?: { ask?: string; "listen-for"?: string | null }[] | null;
}

interface FileRow {
  activity?: string;
  minutes?: number;
  least?: number | null;
  most?: number | null;
  topic?: number | null;
}

/** Returns a number as a file holds it, undefined for an empty field, and other text as it is: the program refuses it. */
const number = (typed: string): number | string | undefined => {
  const text = typed.trim();
  return text === "" ? undefined : /^\d{1,9}$/.test(text) ? Number(text) : text;
};

const text = (typed: string): string | undefined => typed.trim() || undefined;

const filled = <T>(list: T[]): T[] | undefined => (list.length ? list : undefined);

const byName = <T, V>(names: string[], list: T[], value: (entry: T) => V): Record<string, V> | undefined =>
  list.length ? Object.fromEntries(list.map((entry, at) => [names[at], value(entry)])) : undefined;

/** Returns the content as the text of a file. */
export const write = (content: Content): string => {
  const { types, offered, countOn, shortest, longest, draftsDays, parties, words } = content;
  const limits = {
    "shortest-minutes": number(shortest),
    "longest-minutes": number(longest),
    "drafts-kept-days": number(draftsDays),
  };
  const file = {
    version: 1,
    types: filled(types.map(typeOf)),
    "built-in-types": offered ?? undefined,
    "count-on": countOn ?? undefined,
    limits: Object.values(limits).some((limit) => limit !== undefined) ? limits : undefined,
    parties: byName(uniqueNames(parties.map(({ language }) => language.trim())), parties, ({ manager, seller, sellers }) => ({ manager, seller, sellers })),
    words: byName(uniqueNames(words.map(({ language }) => language.trim())), words, ({ messages, whole }) => whole ?? writeMessages(messages)),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
};

const typeOf = (of: CoachingType) => {
  const { manager, seller } = of.checklists;
  return {
    id: of.id.trim(),
    name: of.name,
    minutes: number(of.minutes),
    "rhythm-weeks": number(of.weeks),
    activities: byName(
      of.activities.map(({ name }) => name),
      of.activities,
      ({ title, purpose, questions }) => ({
        title,
        purpose: text(purpose),
        questions: filled(questions.map(({ ask, listenFor }) => ({ ask, "listen-for": text(listenFor) }))),
      }),
    ),
    agendas: byName(agendaNames(of), of.agendas, ({ rows }) => rows.map(rowOf)) ?? {},
    checklists: manager || seller ? { manager: checklistOf(manager), seller: checklistOf(seller) } : undefined,
    evidence: of.evidence ?? undefined,
    avoid: filled(of.avoid),
  };
};

const checklistOf = (list: Checklist | null): Partial<Checklist> | undefined =>
  list ? Object.fromEntries(GROUPS.filter((group) => list[group].length).map((group) => [group, list[group]])) : undefined;

const rowOf = ({ activity, minutes, least, most, topic }: Row) => ({
  activity,
  minutes: number(minutes) ?? 0,
  least: number(least),
  most: number(most),
  topic: number(topic),
});

/** Content of a file that was read. */
export interface Opened {
  content: Content;
  /** Parts that were left out or changed, each a sentence. */
  changes: string[];
}

/** Returns the content of a file; undefined if its text is no JSON, or no object. */
export const open = (file: string): Opened | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(file.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const changes = prune(value).map((path) => `${path} could not be read, and is left out.`);
  return { content: contentOf(value as File, changes), changes };
};

/** Errors of the schema that a part has itself; other errors only name the parts that hold it. */
const OWN_ERRORS = ["type", "false", "minimum", "maximum"];

/** Takes the parts out of a value that have not the form of the schema. Returns their paths. */
const prune = (value: object): string[] => {
  const validator = new Validator(schema as object, "2020-12", false);
  const paths: string[] = [];
  for (;;) {
    const deepest = validator
      .validate(value)
      .errors.filter(({ keyword, instanceLocation }) => OWN_ERRORS.includes(keyword) && instanceLocation !== "#")
      .sort((one, other) => depth(other) - depth(one))[0];
    if (!deepest) return paths;
    const names = deepest.instanceLocation.slice(2).split("/").map(unescaped);
    let [holder, path] = [value as any, ""];
    for (const [at, name] of names.entries()) {
      path += Array.isArray(holder) ? `[${name}]` : `${path && "."}${name}`;
      if (at < names.length - 1) holder = holder[name];
      else if (Array.isArray(holder)) holder.splice(Number(name), 1);
      else delete holder[name];
    }
    paths.push(path);
  }
};

/** Returns a name of a JSON pointer (RFC 6901) as the file has it. */
const unescaped = (name: string): string => decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~");

const depth = ({ instanceLocation }: OutputUnit): number => instanceLocation.split("/").length;

const typed = (found: number | null | undefined): string => (found === null || found === undefined ? "" : String(found));

const contentOf = (file: File, changes: string[]): Content => ({
  ...nothing(),
  types: (file.types ?? []).map((of) => readType(of, changes)),
  offered: file["built-in-types"] ?? null,
  countOn: file["count-on"] ?? null,
  shortest: typed(file.limits?.["shortest-minutes"]),
  longest: typed(file.limits?.["longest-minutes"]),
  draftsDays: typed(file.limits?.["drafts-kept-days"]),
  parties: Object.entries(file.parties ?? {}).map(([language, { manager = "", seller = "", sellers = "" }]) => ({
    language: unmarked(language), manager, seller, sellers,
  })),
  words: Object.entries(file.words ?? {}).map(([language, text]) => {
    const messages = readMessages(text);
    return { language: unmarked(language), messages: messages ?? [], whole: messages ? null : text };
  }),
});

const readType = (of: FileType, changes: string[]): CoachingType => ({
  id: of.id ?? "",
  isNew: !of.id,
  name: of.name ?? "",
  minutes: typed(of.minutes),
  weeks: typed(of["rhythm-weeks"]),
  activities: Object.entries(of.activities ?? {}).map(([name, { title = "", purpose, questions }]) => ({
    name,
    title,
    purpose: purpose ?? "",
    questions: (questions ?? []).map(({ ask = "", "listen-for": listenFor }) => ({ ask, listenFor: listenFor ?? "" })),
  })),
  agendas: Object.entries(of.agendas ?? {}).map(([length, rows]) => readAgenda(rows, length, of.name ?? "", changes)),
  checklists: { manager: readChecklist(of.checklists?.manager), seller: readChecklist(of.checklists?.seller) },
  evidence: of.evidence ?? null,
  avoid: of.avoid ?? [],
});

const readAgenda = (found: FileRow[], length: string, type: string, changes: string[]): Agenda => {
  const rows = found.map(({ activity = "", minutes, least, most, topic }) => ({
    activity,
    minutes: typed(minutes),
    least: typed(least),
    most: typed(most),
    topic: typed(topic),
  }));
  const usual = ends();
  const last = usual.map((end) => rows.find(({ activity }) => activity === end.activity) ?? end);
  const read = { rows: [...rows.filter(({ activity }) => !usual.some((end) => end.activity === activity)), ...last] };
  if (read.rows.some((row, at) => row !== rows[at])) {
    changes.push(`“${type}”, agenda of ${length} minutes: Next steps and Close now stand at the end, each once.`);
  }
  if (unmarked(length) !== String(lengthOf(read))) {
    changes.push(`“${type}”, agenda of ${length} minutes: the minutes of its items add up to ${lengthOf(read)}, which is its length now.`);
  }
  return read;
};

const readChecklist = (found: Partial<Checklist> | null | undefined): Checklist | null =>
  found ? (Object.fromEntries(GROUPS.map((group) => [group, found[group] ?? []])) as Checklist) : null;
