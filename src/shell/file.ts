// Files that the person saves. Their bytes are made in the page and sent nowhere.

import { globals } from "./kept";
import { prefixOf, storageOf } from "./prefix";

/** Starts a download. Returns the address that holds the file's bytes until `freeFile`; undefined on failure. */
export const offerFile = (name: string, text: string): string | undefined => {
  try {
    const link = document.createElement("a");
    const types: Record<string, string> = { md: "text/markdown", ics: "text/calendar;charset=utf-8" };
    const type = types[name.split(".").pop() ?? ""] ?? "application/jsonl";
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    return link.href;
  } catch {
    // This browser cannot save files.
    return undefined;
  }
};

/**
 * Returns all records of an instance as a saved file, or undefined without records. Works without the program,
 * which may have ended with an error. `docs/formats.md` describes the file.
 */
export const savedFile = ({ instance, storage }: { instance: string; storage: string }): string | undefined => {
  try {
    const prefix = prefixOf(instance);
    const stored = storageOf(storage);
    if (!stored) return undefined;
    const names = Object.keys(stored).filter((name) => name.startsWith(prefix));
    if (!names.length) return undefined;
    const head = { "coaching-session": 1, records: names.length };
    const records = names.sort().map((name) => ({
      key: whole(name.slice(prefix.length)),
      record: whole(stored.getItem(name) ?? ""),
    }));
    return [head, ...records].map((line) => `${globals.stringify(line)}\n`).join("");
  } catch {
    // Storage is denied.
    return undefined;
  }
};

/** Replaces lone surrogates, which no UTF-8 file can hold. */
const whole = (text: string): string => text.toWellFormed?.() ?? text;
