// The texts that an owner of a page copies: tag, style rule, frame, link and addresses, written from the checked choices.
// Must not write a value into markup without escaping it.

import type { Choices } from "./choices";

/** A text to copy. */
export interface Piece {
  /** The text as a noun, such as "the tag". */
  name: string;
  text: string;
}

/** Name of the widget, as the title of a frame and the text of a link. */
const TITLE = "Coaching session";

/** Words in the place of the widget until it is there. */
const LOADING = "Loading the coaching session…";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Returns a text as it stands in markup, inside of quotation marks or between tags. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);

const tag = (name: string, attributes: Iterable<[string, string]>, content = ""): string => {
  const written = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
  return `<${name}${written}>${escaped(content)}</${name}>`;
};

/** Returns the texts for the chosen way. `base` is the folder of the product. */
export const pieces = (choices: Choices, base: URL): Piece[] => {
  if (choices.way === "element") return elementPieces(choices, base);
  if (choices.way === "frame") return framePieces(choices, base);
  const page = new URL("index.html", base).href;
  return [
    { name: "the link", text: tag("a", [["href", page]], TITLE) },
    { name: "the address", text: page },
  ];
};

const elementPieces = ({ attributes, accent, height, isSheet }: Choices, base: URL): Piece[] => {
  const script = tag("script", [["type", "module"], ["src", new URL("coaching-session.js", base).href]]);
  const looks = ["display: block", `min-height: ${height}px`, ...(accent ? [`--coaching-accent: ${accent}`] : [])];
  const own: [string, string][] = [...attributes, ...(isSheet ? [] : [["style", looks.join("; ")] as [string, string]])];
  const element = tag("coaching-session", own, LOADING);
  const sheet = { name: "the style rule", text: `coaching-session {\n${looks.map((look) => `  ${look};\n`).join("")}}` };
  return [{ name: "the tag", text: `${script}\n${element}` }, ...(isSheet ? [sheet] : [])];
};

const framePieces = ({ attributes, height, grows }: Choices, base: URL): Piece[] => {
  const address = new URL("index.html", base);
  // Without a script, the page around cannot give the frame another height.
  address.searchParams.set("embed", grows ? "" : "fixed");
  for (const [name, value] of attributes) address.searchParams.set(name, value);
  const frame = tag("iframe", [
    ["src", address.href],
    ["title", TITLE],
    ["allow", "clipboard-write; web-share"],
    ["width", "100%"],
    ["height", String(height)],
  ]);
  if (!grows) return [{ name: "the frame", text: frame }, { name: "the address", text: address.href }];
  // Before the frame, so that no message of the frame comes too early.
  const script = tag("script", [["src", new URL("frame-height.js", base).href]]);
  return [{ name: "the frame", text: `${script}\n${frame}` }];
};
