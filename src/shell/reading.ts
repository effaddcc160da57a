// The reading of a file that the person chose.
// Must not interpret the file.

import type { Widget } from "./program";

/** Upper bound of a read file, in bytes; equals `FILE_LIMIT` in src/wire/backup.rs. */
const FILE_LIMIT = 16_000_000;

/** Number of bytes of a chosen file that are read in one turn. */
const AT_ONCE = 1 << 18;

/**
 * Hands the text of the file in `field` to a widget as file `number`, as long as `isThere` says that the widget runs.
 * Empties the field, so that the same file can be chosen again.
 */
export const readFile = async (
  field: HTMLInputElement,
  widget: Widget,
  number: number,
  isThere: () => boolean,
): Promise<void> => {
  const file = field.files?.[0];
  if (!file) return;
  field.disabled = true;
  // Read in parts, so that the page keeps responding. A character may span two parts.
  const decoder = new TextDecoder();
  let isWhole = true;
  try {
    for (let at = 0; at < Math.min(file.size, FILE_LIMIT + 1); at += AT_ONCE) {
      const part = await file.slice(at, at + AT_ONCE).arrayBuffer();
      if (isThere()) widget.readPart(number, decoder.decode(part, { stream: true }));
    }
  } catch {
    isWhole = false;
  }
  field.value = "";
  field.disabled = false;
  if (isThere()) widget.endFile(number, isWhole ? file.name : undefined);
};
