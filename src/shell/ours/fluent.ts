// Plain messages in the form of Project Fluent, read and written: `id = text`, with further lines indented.
// Must not read terms, attributes or comments: text that holds those stays as it is.

/** A message by id. */
export interface Plain {
  id: string;
  text: string;
}

/** Returns the messages of a text; undefined if it holds more than plain messages. */
export const readMessages = (text: string): Plain[] | undefined => {
  const messages: Plain[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, id, first] = /^([A-Za-z][\w-]*) *= ?(.*)$/.exec(line) ?? [];
    const last = messages.at(-1);
    if (id !== undefined) messages.push({ id, text: first ?? "" });
    else if (/^ +\./.test(line)) return undefined;
    else if (/^ /.test(line) && last) last.text += `\n${line.replace(/^ {1,4}/, "")}`;
    else if (line.trim()) return undefined;
  }
  return messages.map(({ id, text }) => ({ id, text: text.replace(/^\n/, "").trimEnd() }));
};

/** Returns the text of messages. */
export const writeMessages = (messages: Plain[]): string => messages.map(written).join("");

const written = ({ id, text }: Plain): string => {
  const lines = text.trim().split(/\r?\n/);
  return lines.length === 1 ? `${id} = ${lines[0]}\n` : `${id} =\n${lines.map((line) => `    ${line}\n`).join("")}`;
};
