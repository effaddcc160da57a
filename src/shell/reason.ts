// The reason why a file beside the script could not be had.

import { globals } from "./kept";

/** Id of the words for a file that could not be had. */
export type Reason = "page-updated" | "not-reached";

/**
 * Returns why one of the files could not be had: a newer version took its place on the server, or the server cannot be
 * reached. Undefined if all files are there. Asks the server for the head of each file.
 */
export const reasonOf = async (names: string[]): Promise<Reason | undefined> => {
  try {
    for (const name of names) {
      const answer = await globals.fetch(new URL(name, import.meta.url), { method: "HEAD", cache: "no-store" });
      // Some servers answer with a page in place of a file that is not there.
      const isPage = answer.headers.get("content-type")?.startsWith("text/html");
      if (isPage || answer.status === 404 || answer.status === 410) return "page-updated";
    }
    return undefined;
  } catch {
    return "not-reached";
  }
};
