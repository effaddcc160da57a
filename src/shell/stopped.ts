// The message of a widget that cannot run: plain markup with its own stylesheet, made without the program.

/** Styles of the message. */
export const STOPPED_STYLES = `
:host { display: block; color-scheme: light dark }
:host([theme=light]) { color-scheme: light }
:host([theme=dark]) { color-scheme: dark }
div {
  all: initial;
  display: block;
  color-scheme: inherit;
  padding: 16px;
  border-radius: 16px;
  background: light-dark(#fbeed6, #33280f);
  color: light-dark(#8a4f00, #f0b964);
  font: 1rem/1.5 system-ui, sans-serif;
}
p { margin: 0 0 8px; max-inline-size: 66ch }
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
button:focus-visible { outline: 3px solid; outline-offset: 2px }
`;

/** Replaces the content of a shadow root with a message, which it returns. `buttons` holds actions by label. */
export const showStopped = (
  root: ShadowRoot,
  language: string,
  words: string,
  buttons: Record<string, () => void>,
): HTMLElement => {
  const message = document.createElement("div");
  message.setAttribute("role", "alert");
  message.lang = language;
  message.tabIndex = -1;
  const text = document.createElement("p");
  text.textContent = words;
  message.append(text);
  for (const [name, press] of Object.entries(buttons)) {
    const button = document.createElement("button");
    button.textContent = name;
    button.onclick = press;
    message.append(button);
  }
  root.replaceChildren(message);
  return message;
};
