// Stored records and saved files as the formats have them: the names of keys, the envelope, the
// checksum. The only file of the browser tests that depends on these formats. Holds no test.

import { crc32 } from 'node:zlib';
import type { Page } from '@playwright/test';

/** Stored records by their whole names. */
export type Records = Record<string, string>;

/** Prefix of every key of the default instance. */
export const PREFIX = 'coaching-session/default/';

/** The key of the open screen. */
export const SCREEN = `${PREFIX}screen`;

/** Returns the checksum of a record's data: CRC-32 over UTF-8, as eight hexadecimal digits. */
const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/** Puts data into the envelope of a stored record. */
export function seal(data: unknown): string {
  const text = JSON.stringify(data);
  return `{"v":1,"sum":"${checksum(text)}","data":${text}}`;
}

/** Returns the data of a stored record. */
export const unseal = (record: string): any => JSON.parse(record).data;

/** Returns what a page's storage holds, by name. */
export const storedIn = (page: Page): Promise<Records> => page.evaluate(() => ({ ...localStorage }));

/** Returns the stored drafts as one text: names and records. */
export async function draftsIn(page: Page): Promise<string> {
  const records = Object.entries(await storedIn(page));
  return records.filter(([name]) => name.startsWith(`${PREFIX}draft-`)).flat().join('\n');
}

/** Returns name and text of the first stored record of a kind: `session/`, `pair/`. */
export function recordOf(records: Records, kind: string, prefix = PREFIX): [name: string, text: string] {
  const found = Object.entries(records).find(([name]) => name.startsWith(prefix + kind));
  if (!found) throw new Error(`no record ${kind} among ${Object.keys(records).join(', ')}`);
  return found;
}

/** Returns the data of the first stored record of a kind. */
export const dataOf = (records: Records, kind: string, prefix = PREFIX): any => unseal(recordOf(records, kind, prefix)[1]);

/** Returns the records of an instance by their short names, as a saved file has them. */
export function recordsUnder(records: Records, prefix = PREFIX): Records {
  const own = Object.entries(records).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, record]) => [name.slice(prefix.length), record]));
}

/** Ending of the name of a saved file: JSON Lines. */
export const ENDING = '.jsonl';

/** Returns the bytes of a saved file that holds these records, by their short names. */
export function fileOf(records: Records): Buffer {
  const lines = Object.entries(records).map(([key, record]) => ({ key, record }));
  return Buffer.from([{ 'coaching-session': 1, records: lines.length }, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** Returns the records of a saved file by their short names. Throws if the file is anything else. */
export function recordsOfFile(bytes: Buffer): Records {
  const [head, ...lines] = bytes.toString('utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  if (head['coaching-session'] !== 1 || head.records !== lines.length) throw new Error('not a saved file of this version');
  return Object.fromEntries(lines.map(({ key, record }) => [key, record]));
}

/** Returns true if the checksum of a stored record fits its data. */
export const isSound = (record: string): boolean => seal(unseal(record)) === record;

/** Returns a stored record as a newer release would write it. */
export const asNewer = (record: string): string => record.replace('"v":1', '"v":2');

/** Returns a saved file as a newer release would write it. */
export const asNewerFile = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('utf8').replace('"coaching-session":1', '"coaching-session":2'));

/** Returns the whole name under which quarantine keeps the nth damaged record of a name. */
export const quarantineName = (name: string, nth = 1): string => `${PREFIX}quarantine/${name.slice(PREFIX.length)}~${nth}`;

/** Returns true if a stored record of that whole name is in quarantine. */
export const inQuarantine = (name: string): boolean => name.startsWith(`${PREFIX}quarantine/`);
