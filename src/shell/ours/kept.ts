// Keeps the work in this browser, saves it as a file, and reads files.
// Must not send anything.

import { offerFile } from "../file";
import type { Content } from "./content";

/** Key of the work in localStorage, apart from the keys of sessions. */
const KEY = "coaching-session make-it-ours";

/** Largest file that is read, in bytes: larger than the product takes, so that the product says what is wrong. */
const LARGEST = 1_000_000;

/** Name of the saved file. */
export const FILE_NAME = "coaching-content.json";

/** Returns the work that was kept; undefined without one, or if storage is denied. */
export const keptWork = (): Content | undefined => {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === null ? undefined : (JSON.parse(kept) as Content);
  } catch {
    return undefined;
  }
};

/** Keeps the work; returns false if the browser does not. */
export const keepWork = (content: Content): boolean => {
  try {
    localStorage.setItem(KEY, JSON.stringify(content));
    return true;
  } catch {
    return false;
  }
};

/** Removes the work from this browser. */
export const forgetWork = (): void => {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is denied, so that nothing was kept.
  }
};

/** Saves a file; returns false if the browser does not let the page save. */
export const saveFile = (text: string): boolean => {
  const address = offerFile(FILE_NAME, text);
  if (address === undefined) return false;
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return true;
};

/** Returns the text of a chosen file; undefined for one that is too large or no text. */
export const textOf = async (file: File): Promise<string | undefined> => {
  if (file.size > LARGEST) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
};
