// The page for owners of web pages: choices, texts to copy, the headers they need, where to paste them, and a preview.
// No other page loads this script. Must not store anything, or write markup as text.

import { ATTRIBUTES, type Attribute, type AttributeName } from "../attributes";
import { OWN_TYPE, readChoices, type Choices, type Complaints, type Way } from "./choices";
import { HOSTS } from "./hosts";
import { pieces, type Piece } from "./pieces";
import { needs } from "./policy";

/** Folder of the product: that of this page. */
const BASE = new URL("./", location.href);

const WAYS: Record<Way, string> = {
  element: "A script and a tag. It fits pages that take a script, grows with its content, and takes your accent colour.",
  frame: "A page in the page. It fits sites that take no script.",
  link: "A link to the full page. It fits every site, and takes no settings.",
};

/** Returns the part of this page that a selector names. */
const part = <Kind extends HTMLElement = HTMLElement>(selector: string): Kind => {
  const found = document.querySelector<Kind>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
};

/** Returns a new element with a text. */
const made = <Name extends keyof HTMLElementTagNameMap>(name: Name, text = "", className = ""): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
};

const form = part<HTMLFormElement>("form");
const said = part(".said");

/** Fills a list with values and their words. */
const fillList = (name: string, options: [value: string, words: string][]): void =>
  part(`#${name}`).replaceChildren(
    ...options.map(([value, words]) => Object.assign(made("option", words), { value })),
  );

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Fills lists and hints from the table of attributes. */
const fillForm = (): void => {
  fillList("host", Object.entries(HOSTS).map(([id, { name }]) => [id, name]));
  for (const name of ["theme", "party"] as const) fillList(name, ATTRIBUTES[name].values.map((value) => [value, capital(value)]));
  const types = ATTRIBUTES.type.offered.map((id): [string, string] => [id, TYPE_NAMES[id] ?? id]);
  fillList("type", [["", "The usual one"], ...types, [OWN_TYPE, "One of your own"]]);
  for (const name of ["type", "minutes", "party", "theme", "instance", "config"] satisfies AttributeName[]) {
    const { about }: Attribute = ATTRIBUTES[name];
    part(`#${name}-hint`).textContent = about.replace(/`([^`]*)`/g, "“$1”");
  }
};

/** Says a text, also to a screen reader. The same text again differs by a space, so that a reader says it again. */
const say = (text: string): void => {
  said.textContent = said.textContent === text ? `${text}\u00a0` : text;
};

/** Copies a text; if the browser refuses, selects it for the keyboard. */
const copy = async (text: string, shown: HTMLElement, name: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied ${name}.`);
  } catch {
    getSelection()?.selectAllChildren(shown);
    say(`This browser does not let the page copy. ${capital(name)} is selected: press Ctrl+C, or ⌘C.`);
  }
};

/** Returns a text with a button that copies it. */
const drawn = ({ name, text }: Piece): HTMLElement => {
  const box = made("div", "", "piece");
  const shown = made("pre");
  const code = made("code", text);
  shown.append(code);
  const button = made("button", `Copy ${name}`, "button");
  button.type = "button";
  button.addEventListener("click", () => void copy(text, code, name));
  box.append(shown, button);
  return box;
};

const showComplaints = (complaints: Complaints): void => {
  for (const shown of form.querySelectorAll<HTMLElement>(".complaint")) {
    const name = shown.id.replace("-complaint", "");
    const complaint = complaints.get(name) ?? "";
    if (shown.textContent !== complaint) shown.textContent = complaint;
    const field = part(`#${name}`);
    if (complaint) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
};

/** Shows the parts of the form that count for the choices. */
const showFields = ({ way }: Choices): void => {
  part("#way-hint").textContent = WAYS[way];
  part(".settings").hidden = way === "link";
  for (const field of form.querySelectorAll<HTMLElement>(".of-element")) field.hidden = way !== "element";
  for (const field of form.querySelectorAll<HTMLElement>(".of-frame")) field.hidden = way !== "frame";
  const data = new FormData(form);
  part(".own-type").hidden = data.get("type") !== OWN_TYPE;
  part("[name=accent]").hidden = !data.has("has-accent");
};

const showHost = (way: Way): void => {
  const host = HOSTS[String(new FormData(form).get("host"))];
  if (!host) return;
  part("#paste").textContent = `Paste into ${host.name}`;
  const isOther = way !== host.way;
  const steps = isOther ? [`For ${host.name}, the ${host.way} fits. Choose it above to see the steps.`] : host.steps;
  part(".steps").replaceChildren(...steps.map((step) => made("li", step)));
  part(".tried").textContent = host.isTried ? "Tried: the tests of the product run this." : "Not tried yet.";
};

const showPolicy = (choices: Choices): void => {
  const { header, notes } = needs(choices, POLICY, BASE);
  part(".header").replaceChildren(...(header ? [drawn({ name: "the policy", text: header })] : []));
  part(".notes").replaceChildren(...notes.map((note) => made("li", note)));
};

let preview: HTMLElement | undefined;

/** Shows the element with the choices. Nothing that is done in it is stored. */
const showPreview = ({ attributes, accent }: Choices): void => {
  preview ??= Object.assign(document.createElement("coaching-session"), { textContent: "Loading the coaching session…" });
  const config = attributes.get("config");
  const isFar = config !== undefined && new URL(config).origin !== BASE.origin;
  // Nothing is kept, so that a name of the stored data has no effect.
  const wanted = new Map(attributes).set("storage", "none");
  wanted.delete("instance");
  if (isFar) wanted.delete("config");
  for (const name of preview.getAttributeNames()) if (name !== "style" && !wanted.has(name)) preview.removeAttribute(name);
  for (const [name, value] of wanted) if (preview.getAttribute(name) !== value) preview.setAttribute(name, value);
  if (accent) preview.style.setProperty("--coaching-accent", accent);
  else preview.style.removeProperty("--coaching-accent");
  part(".preview-hint").textContent = isFar
    ? "Nothing is stored here. Content from another server shows on your page alone."
    : "Nothing is stored here.";
  if (!preview.isConnected) part(".preview").append(preview);
};

const show = (): Choices => {
  const [choices, complaints] = readChoices(form, BASE);
  showFields(choices);
  showComplaints(complaints);
  part(".pieces").replaceChildren(...pieces(choices, BASE).map(drawn));
  showPolicy(choices);
  showHost(choices.way);
  return choices;
};

/** Chooses the way and the place of the looks that fit the chosen site. */
const followHost = (): void => {
  const host = HOSTS[part<HTMLSelectElement>("#host").value];
  if (!host) return;
  part<HTMLInputElement>(`[name=way][value=${host.way}]`).checked = true;
  part<HTMLInputElement>(`[name=looks][value=${host.isSheet ? "sheet" : "tag"}]`).checked = true;
};

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  said.textContent = "";
  if (target instanceof HTMLSelectElement && target.name === "host") followHost();
  show();
});
// Typed addresses are loaded once they are whole.
form.addEventListener("change", () => showPreview(readChoices(form, BASE)[0]));
fillForm();
// Browsers bring the choices of the last visit back.
form.reset();
showPreview(show());
