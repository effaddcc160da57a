// The custom elements manifest (schema 2.1) of <coaching-session>, for editors and catalogues. xtask/bundle.mjs writes it
// beside the script. The types hold each method and event against contract.ts.

import type { CustomElementDeclaration, CustomElementField, Package } from "custom-elements-manifest/schema";
import { ATTRIBUTES, type Attribute } from "./attributes";
import type { CoachingSessionElement, CoachingSessionEventMap } from "./contract";
import { PARTS, PROPERTIES } from "./looks";

type Own = Exclude<keyof CoachingSessionElement, keyof HTMLElement>;
type Property = (typeof ATTRIBUTES)[keyof typeof ATTRIBUTES]["property"];
type Method = Exclude<Own, Property | "ready">;
type EventName = Exclude<keyof CoachingSessionEventMap, keyof HTMLElementEventMap>;

/** Parameter, result and purpose of each method. */
const METHODS: Record<Method, [parameter: string, result: string, about: string]> = {
  open: ["link: string", "Promise<void>", "Shows the content of a link or a text code. Stores nothing until the person agrees."],
  link: ["", "Promise<string>", "Returns the link of the session on the screen, as its party would send it."],
  calendar: ["", "Promise<string>", "Returns the planned session on the screen as iCalendar text (RFC 5545)."],
  summary: ['format?: "markdown" | "text"', "Promise<string>", "Returns the summary of the session on the screen, which is over."],
  exportData: ["", "Promise<string>", "Returns all data as the text of a saved file (JSON Lines)."],
  importData: ["text: string", "Promise<void>", "Merges the text of a saved file into the data."],
  deleteData: ["", "Promise<void>", "Removes all data of the instance, damaged records too."],
};

/** Detail and purpose of each event. */
const EVENTS: Record<EventName, [detail: string, about: string]> = {
  "coaching-ready": ["{ version: string }", "The widget can be used."],
  "coaching-readiness": ["{ manager: boolean; seller: boolean }", "One of the two said to be ready, or is no longer."],
  "coaching-start": ["{ at: number }", "The session on the screen began."],
  "coaching-item": ["{ item: number; at: number }", "Another item of the agenda is current."],
  "coaching-overrun": ["{ item: number; at: number }", "The current item takes longer than its minutes."],
  "coaching-end": ["{ at: number }", "The session on the screen ended."],
  "coaching-share": [
    '{ kind: "invitation" | "answer" | "calendar" | "summary" }',
    "The person copied, shared or saved something that goes to somebody.",
  ],
  "coaching-error": ['{ kind: "storage" | "link" | "config" | "crash" }', "Something went wrong; the person is told, too."],
};

const typeOf = (name: string, { values }: Attribute): string =>
  values?.map((value) => `"${value}"`).join(" | ") ??
  (name === "minutes" ? "number | null" : name === "debug" ? "boolean" : "string");

const fields = (): CustomElementField[] =>
  Object.entries<Attribute>(ATTRIBUTES).map(([name, attribute]) => ({
    kind: "field",
    name: attribute.property,
    attribute: name,
    reflects: true,
    type: { text: typeOf(name, attribute) },
    description: attribute.about,
  }));

/** Returns the element as the manifest describes it. */
const declaration = (): CustomElementDeclaration => ({
  kind: "class",
  customElement: true,
  name: "CoachingSession",
  tagName: "coaching-session",
  description: "Turns a talk between a sales manager and a seller into a coaching session.",
  superclass: { name: "HTMLElement" },
  attributes: [
    { name: "lang", type: { text: "string" }, description: "Language of words, dates and times, as a BCP 47 tag." },
    ...Object.entries<Attribute>(ATTRIBUTES).map(([name, attribute]) => ({
      name,
      fieldName: attribute.property,
      type: { text: typeOf(name, attribute) },
      description: attribute.about,
      ...(attribute.values?.[0] ? { default: `"${attribute.values[0]}"` } : {}),
    })),
  ],
  members: [
    ...fields(),
    {
      kind: "field",
      name: "ready",
      readonly: true,
      type: { text: "Promise<void>" },
      description: "Settles once the widget can be used.",
    },
    ...Object.entries<(typeof METHODS)[Method]>(METHODS).map(([name, [parameter, result, description]]) => {
      const [named = "", type = ""] = parameter.split(": ");
      const optional = named.endsWith("?");
      const parameters = parameter ? [{ name: named.replace("?", ""), optional, type: { text: type } }] : [];
      return { kind: "method" as const, name, parameters, return: { type: { text: result } }, description };
    }),
  ],
  events: Object.entries<(typeof EVENTS)[EventName]>(EVENTS).map(([name, [detail, description]]) => ({
    name,
    type: { text: `CustomEvent<${detail}>` },
    description,
  })),
  slots: [{ name: "", description: "Content that shows until the widget is ready." }],
  cssParts: Object.entries(PARTS).map(([name, description]) => ({ name, description })),
  cssProperties: Object.entries(PROPERTIES).map(([name, description]) => ({ name: `--coaching-${name}`, description })),
});

/** The manifest of the package. */
export const manifest: Package = {
  schemaVersion: "2.1.0",
  modules: [
    {
      kind: "javascript-module",
      path: "coaching-session.js",
      declarations: [declaration()],
      exports: [
        {
          kind: "custom-element-definition",
          name: "coaching-session",
          declaration: { name: "CoachingSession", module: "coaching-session.js" },
        },
      ],
    },
  ],
};
