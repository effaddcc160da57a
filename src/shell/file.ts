// Files that the person saves: made on the spot, sent nowhere.

/** Opens the browser's way to save a file. Returns the address that keeps its bytes until it is freed. */
export const offerFile = (name: string, text: string): string | undefined => {
  try {
    const link = document.createElement("a");
    const type = name.endsWith(".md") ? "text/markdown" : "application/jsonl";
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    return link.href;
  } catch {
    // This browser cannot save.
    return undefined;
  }
};

/**
 * Everything that is stored for an instance, as the file that the widget saves; nothing where nothing is
 * stored. Works without the program, which may have ended with an error. `docs/formats.md` describes the file.
 */
export const savedFile = (instance: string): string | undefined => {
  try {
    const prefix = `coaching-session/${/^[\w-]{1,40}$/.test(instance) ? instance : "default"}/`;
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
    if (!names.length) return undefined;
    const head = { "coaching-session": 1, records: names.length };
    const records = names.sort().map((name) => ({
      key: whole(name.slice(prefix.length)),
      record: whole(localStorage.getItem(name) ?? ""),
    }));
    return [head, ...records].map((line) => `${JSON.stringify(line)}\n`).join("");
  } catch {
    // Storage is denied.
    return undefined;
  }
};

/** Replaces lone surrogates: with one of them nobody could read the file. */
const whole = (text: string): string => text.toWellFormed?.() ?? text;
