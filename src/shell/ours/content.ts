// The content of a company as the form edits it. Numbers are kept as they were typed, and the length of an agenda is the
// sum of its minutes.
// Must not draw anything, or know a rule of the program: the program itself says what is wrong.

/** A line: own words, or a built-in text by its key. */
export type Line = string | { "built-in": string };

/** An item of an agenda. */
export interface Row {
  /** Name of an activity: one of the type's own, or a built-in one. */
  activity: string;
  minutes: string;
  least: string;
  most: string;
  topic: string;
}

/** An agenda: items, then the next steps and the close. */
export interface Agenda {
  rows: Row[];
}

/** A question for the manager to ask. */
export interface Question {
  ask: string;
  listenFor: string;
}

/** An activity of the company. */
export interface Activity {
  /** Name by which agendas know the activity; nobody sees it. */
  name: string;
  title: string;
  purpose: string;
  questions: Question[];
}

/** Groups of a checklist, in the order of the screen. */
export const GROUPS = ["content", "tone", "structure", "more"] as const;

/** A mindset checklist. */
export type Checklist = Record<(typeof GROUPS)[number], Line[]>;

/** The two parties. */
export const PARTIES = ["manager", "seller"] as const;

/** A coaching type. */
export interface CoachingType {
  id: string;
  /** True until the id was used: the id then follows the name. */
  isNew: boolean;
  name: string;
  minutes: string;
  weeks: string;
  activities: Activity[];
  agendas: Agenda[];
  /** Own checklists; null for the built-in one. */
  checklists: Record<(typeof PARTIES)[number], Checklist | null>;
  /** Null for the built-in hint. */
  evidence: Line | null;
  avoid: string[];
}

/** Names of the two in one language. */
export interface Names {
  language: string;
  manager: string;
  seller: string;
  sellers: string;
}

/** Words in one language in place of built-in ones, by message. */
export interface Words {
  language: string;
  messages: { id: string; text: string }[];
  /** Text in the form of Project Fluent, if it is more than plain messages; null otherwise. */
  whole: string | null;
}

/** The content of a company. */
export interface Content {
  types: CoachingType[];
  /** Ids of the built-in types that stay; null for all. */
  offered: string[] | null;
  /** Null for the built-in lines. */
  countOn: Line[] | null;
  shortest: string;
  longest: string;
  draftsDays: string;
  parties: Names[];
  words: Words[];
}

/** Returns content that changes nothing. */
export const nothing = (): Content => ({
  types: [],
  offered: null,
  countOn: null,
  shortest: "",
  longest: "",
  draftsDays: "",
  parties: [],
  words: [],
});

/** Returns an item of an agenda. */
export const row = (activity: string, minutes = "", least = ""): Row => ({ activity, minutes, least, most: "", topic: "" });

/** Returns an agenda of 45 minutes, with one item about the topic. */
export const agenda = (): Agenda => ({
  rows: [row("open", "3"), row("look-back", "4"), row("", "28", "10"), ...ends()],
});

/** Returns the two items that end each agenda. */
export const ends = (): Row[] => [row("next-steps", "7", "4"), row("close", "3", "2")];

/** Number of items that end each agenda, and neither move nor go. */
export const ENDS = 2;

/** Returns a coaching type without a name, with one agenda about one item of its own. */
export const coachingType = (): CoachingType => {
  const activity = { name: "item-1", title: "", purpose: "", questions: [{ ask: "", listenFor: "" }] };
  const { rows } = agenda();
  return {
    id: "",
    isNew: true,
    name: "",
    minutes: "",
    weeks: "",
    activities: [activity],
    agendas: [{ rows: rows.map((row) => (row.activity ? row : { ...row, activity: activity.name })) }],
    checklists: { manager: null, seller: null },
    evidence: null,
    avoid: [],
  };
};

/** Returns a name for a new activity of a type. */
export const freshName = ({ activities }: CoachingType): string => {
  let number = activities.length + 1;
  while (activities.some(({ name }) => name === `item-${number}`)) number += 1;
  return `item-${number}`;
};

/** Returns an id made from a name: lower-case letters, digits and hyphens. */
export const idFrom = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");

/** Returns the length of an agenda in minutes; what is no number counts as 0. */
export const lengthOf = ({ rows }: Agenda): number =>
  rows.reduce((sum, { minutes }) => sum + (/^\d{1,4}$/.test(minutes.trim()) ? Number(minutes) : 0), 0);

/** Returns names for the entries of an object: an entry whose name stands above already gets a mark that no file may hold. */
export const uniqueNames = (wanted: string[]): string[] => {
  const taken = new Set<string>();
  return wanted.map((name) => {
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name} (${count})`;
    taken.add(unique);
    return unique;
  });
};

/** Returns the names of a type's agendas in the file. */
export const agendaNames = ({ agendas }: CoachingType): string[] => uniqueNames(agendas.map((agenda) => String(lengthOf(agenda))));

/** Returns the name that was marked by `uniqueNames`. */
export const unmarked = (name: string): string => name.replace(/ \(\d+\)$/, "");
