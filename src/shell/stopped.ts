// The message of a widget that cannot run: plain markup with its own stylesheet, made without the program. It shows the
// text of the screen that it replaces, as far as that text may be in no storage.

/** Styles of the message. */
export const STOPPED_STYLES = `
:host { display: block }
div {
  all: initial;
  display: block;
  direction: ltr;
  color-scheme: light dark;
  visibility: inherit;
  padding: 16px;
  border-radius: 16px;
  background: light-dark(#fbeed6, #33280f);
  color: light-dark(#8a4f00, #f0b964);
  font: medium/1.5 system-ui, sans-serif;
}
:host(:dir(rtl)) div { direction: rtl }
:host([theme=light]) div { color-scheme: light }
:host([theme=dark]) div { color-scheme: dark }
p, label { display: block; margin: 0 0 8px; max-inline-size: 66ch }
textarea {
  display: block;
  box-sizing: border-box;
  inline-size: 100%;
  max-inline-size: 66ch;
  padding: 8px;
  border: 1px solid;
  border-radius: 10px;
  background: none;
  color: inherit;
  font: inherit;
}
button {
  margin-block-start: 8px;
  margin-inline-end: 8px;
  padding: 8px 16px;
  min-block-size: 44px;
  border: 1px solid;
  border-radius: 10px;
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
div:focus { outline: 0 }
:is(button, textarea):focus-visible { outline: 3px solid; outline-offset: 2px }
`;

/** A text that a widget showed before an error, with the label of the field that shows it now. */
export interface LeftText {
  label: string;
  text: string;
}

/**
 * Replaces the content of a shadow root with a message, which it returns. `left` is shown in a field to copy from.
 * `buttons` holds actions by label.
 */
export const showStopped = (
  root: ShadowRoot,
  language: string,
  words: string,
  left: LeftText | undefined,
  buttons: Record<string, () => void>,
): HTMLElement => {
  const message = document.createElement("div");
  message.setAttribute("role", "alert");
  message.lang = language;
  message.tabIndex = -1;
  const text = document.createElement("p");
  text.textContent = words;
  message.append(text);
  if (left) message.append(...fieldOf(left));
  for (const [name, press] of Object.entries(buttons)) {
    const button = document.createElement("button");
    button.textContent = name;
    button.onclick = press;
    message.append(button);
  }
  root.replaceChildren(message);
  return message;
};

/** Returns a label and a field that shows a text and takes none. */
const fieldOf = ({ label: words, text }: LeftText): [HTMLElement, HTMLTextAreaElement] => {
  const label = document.createElement("label");
  label.textContent = words;
  label.htmlFor = "left";
  const field = document.createElement("textarea");
  field.id = "left";
  field.readOnly = true;
  field.dir = "auto";
  field.rows = 6;
  field.value = text;
  return [label, field];
};

/** Adds a sentence to a message, in place of the one that was added before. */
export const addSentence = (message: HTMLElement, words: string): void => {
  const sentence = message.querySelector("[role=status]") ?? document.createElement("p");
  sentence.setAttribute("role", "status");
  sentence.textContent = words;
  message.append(sentence);
};

/** Fields that hold a text. */
const FIELDS = "textarea, input:not([type=file], [type=radio], [type=checkbox])";

/** Returns the text of each field of a widget below the field's label; empty if no field holds text. */
export const typedIn = (place: HTMLElement): string =>
  [...place.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS)]
    .filter((field) => field.value.trim())
    .map((field) => [...[...(field.labels ?? [])].map(({ textContent }) => textContent), field.value].join("\n"))
    .join("\n\n");

/** Returns everything that a widget shows: its sentences and the names of its buttons, then the text of its fields. */
export const shownIn = (place: HTMLElement): string =>
  [place.innerText.replace(/\n{3,}/g, "\n\n"), typedIn(place)].filter((text) => text.trim()).join("\n\n");
