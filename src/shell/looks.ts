// The looks that a host page may change, in one table: custom properties and parts, with their words for the manifest and
// the docs. styles/tokens.css reads the properties; the drawing in src/ui names the parts.

/** Custom properties by name, without the prefix `--coaching-`. */
export const PROPERTIES = {
  accent: "Main buttons, links and focus. Alone it is enough: the next two follow from it.",
  "on-accent": "Text on the accent. Default: black or white, whichever is readable.",
  "accent-soft": "Background of quiet areas. Default: a little of the accent on the surface.",
  surface: "Background.",
  text: "Text.",
  muted: "Secondary text.",
  line: "Dividing lines.",
  edge: "Borders of fields and buttons.",
  attention: "Overrun, complaints and notices.",
  "attention-soft": "Background of notices.",
  space: "Unit of the room around and between things. Default: 4px.",
  radius: "Corners inside.",
  "frame-radius": "Corners of the frame.",
  font: "Font family.",
  "font-size": "Base size. Default: that of the browser.",
};

/** Parts for `::part()`, by name. */
export const PARTS = {
  frame: "The whole widget.",
  header: "Head of a screen: the people, the date, the way back.",
  agenda: "The agenda as a list.",
  "agenda-item": "An item of the agenda.",
  timer: "The clock of a running session.",
  checklist: "The mindset checklist.",
  topic: "The topics: at their item, above a running session, in a preparation.",
  note: "A note, a next step or a question of the close in a list.",
  "next-step": "A next step in a list.",
  dialog: "A question that is answered before anything else goes on.",
  button: "Any button.",
  "primary-button": "The main button of a screen.",
};
