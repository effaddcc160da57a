// The choices of an owner of a page, read from the form and checked. An entry that the product would refuse is left out,
// and a complaint says why.
// Must not draw anything.

import { ATTRIBUTES, type Attribute, type AttributeName } from "../attributes";

/** The way in which the widget comes onto a page. */
export type Way = "element" | "frame" | "link";

/** Checked choices. */
export interface Choices {
  way: Way;
  /** Attributes of the element by name; those with the default value are left out. Addresses are absolute. */
  attributes: Map<string, string>;
  /** Accent colour as `#rrggbb`; undefined for the product's own. */
  accent: string | undefined;
  /** Height that the page keeps free, in CSS pixels. */
  height: number;
  /** True if a script on the page gives the frame the height of its content. */
  grows: boolean;
  /** True if the looks of the element go into a style sheet of the page, and not into the tag. */
  isSheet: boolean;
}

/** Complaints by name of the field. */
export type Complaints = Map<string, string>;

/** Least and greatest height, in CSS pixels. */
const [LEAST, GREATEST] = [200, 4000];

/** Upper bound of the value of an attribute; the frame takes no longer one. */
const LONGEST = 2000;

/** Attributes whose value is one of a few, or checked by the table, in the order of the snippet. */
const NAMES = ["theme", "party", "type", "minutes", "instance"] as const satisfies AttributeName[];

const COMPLAINTS: Record<(typeof NAMES)[number], string> = {
  theme: "Choose one of the list.",
  party: "Choose one of the list.",
  type: "An id has 1 to 40 letters, digits and hyphens.",
  minutes: "A session takes 20 to 90 minutes.",
  instance: "A name has 1 to 40 letters, digits, hyphens and low lines.",
};

/** Value of the list of coaching types for a type of the company. */
export const OWN_TYPE = "own";

/** Reads the form. `base` is the folder of the product. */
export const readChoices = (form: HTMLFormElement, base: URL): [Choices, Complaints] => {
  const data = new FormData(form);
  const text = (name: string): string => String(data.get(name) ?? "").trim();
  const complaints: Complaints = new Map();
  const attributes = new Map<string, string>();
  const way = (["element", "frame", "link"] as const).find((way) => way === text("way")) ?? "element";
  const lang = text("lang");
  if (lang && isTag(lang)) attributes.set("lang", lang);
  else if (lang) complaints.set("lang", "Write a language tag, such as en or en-GB.");

  for (const name of NAMES) {
    const isOwnType = name === "type" && text(name) === OWN_TYPE;
    const value = text(isOwnType ? "own-type" : name);
    if (!value) continue;
    const { values, read }: Attribute = ATTRIBUTES[name];
    if (values ? !values.includes(value) : read?.(value) === undefined) complaints.set(isOwnType ? "own-type" : name, COMPLAINTS[name]);
    else if (value !== values?.[0]) attributes.set(name, value);
  }

  const config = text("config");
  const address = config && URL.canParse(config, base) ? new URL(config, base) : undefined;
  if (config && (!address || !/^https?:$/.test(address.protocol))) complaints.set("config", "Write an address that begins with https://.");
  else if (address && address.href.length > LONGEST) complaints.set("config", "This address is too long.");
  else if (address && way === "frame" && address.origin !== base.origin) {
    complaints.set("config", `In a frame, the file must come from ${base.origin}.`);
  } else if (address) attributes.set("config", address.href);

  const wanted = text("height");
  const isHeight = /^[0-9]{3,4}$/.test(wanted) && Number(wanted) >= LEAST && Number(wanted) <= GREATEST;
  if (!isHeight) complaints.set("height", `Write a number from ${LEAST} to ${GREATEST}.`);
  const accent = /^#[0-9a-f]{6}$/i.exec(text("accent"))?.[0];
  return [
    {
      way,
      attributes,
      accent: data.has("has-accent") && way === "element" ? accent : undefined,
      height: isHeight ? Number(wanted) : 700,
      grows: way === "frame" && data.has("grows"),
      isSheet: text("looks") === "sheet",
    },
    complaints,
  ];
};

/** Returns true for a BCP 47 tag of a length that the frame takes, too. */
const isTag = (text: string): boolean => {
  try {
    return /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,8}$/i.test(text) && Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
};
