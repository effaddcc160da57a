// Stored records and saved files as the formats have them: the names of keys, the envelope, the
// checksum. The only file of the browser tests that depends on these formats. Holds no test.

import { isDeepStrictEqual } from 'node:util';
import { crc32 } from 'node:zlib';
import type { Page } from '@playwright/test';

/** Stored records by their whole names. */
export type Records = Record<string, string>;

/** Prefix of every key of the default instance. */
export const PREFIX = 'coaching-session/default/';

/** A writer that is no window of a test. */
export const STRANGER = '0000000000000abc';

/** Returns the whole name of the record that a writer keeps under a key, such as `settings`. */
export const nameOf = (key: string, writer = STRANGER): string => `${PREFIX}${key}~${writer}`;

/** Returns a name of a record without its writer. */
const withoutWriter = (name: string): string => name.replace(/~[0-9a-f]{16}$/, '');

/** Returns the records without the open screens of windows: the next window opens on the list. */
export const withoutScreens = (records: Records): Records =>
  Object.fromEntries(Object.entries(records).filter(([name]) => !name.startsWith(`${PREFIX}screen~`)));

/** Returns the records of an instance by key, as a saved file has them. Throws if two writers have one key. */
export function recordsByKey(records: Records, prefix = PREFIX): Records {
  const found: Records = {};
  for (const [name, record] of Object.entries(recordsUnder(records, prefix))) {
    const key = withoutWriter(name);
    if (key in found) throw new Error(`two writers have ${key}`);
    found[key] = record;
  }
  return found;
}

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

/** Returns the whole name and the text of the first stored record of a kind: `session/`, `pair/`. */
export function recordOf(records: Records, kind: string, prefix = PREFIX): [name: string, text: string] {
  const found = Object.entries(records).find(([name]) => name.startsWith(prefix + kind));
  if (!found) throw new Error(`no record ${kind} among ${Object.keys(records).join(', ')}`);
  return found;
}

/** Returns true if a writing knows of another one: no count of its vector is smaller. Equal counts for other content know nothing. */
const knows = (writing: any, other: any): boolean => {
  const covers = (one: any, another: any) => Object.entries<number>(another.vector).every(([writer, count]) => (one.vector[writer] ?? 0) >= count);
  return covers(writing, other) && (!covers(other, writing) || isDeepStrictEqual(writing, other));
};

/** Merges the same data of several writers: of all writings, those that no other writing knows of. */
function merged(all: any[]): any {
  const [first] = all;
  if (Array.isArray(first)) {
    const writings = all.flat();
    const isKnown = (one: any, at: number) =>
      writings.some((other, place) => place !== at && knows(other, one) && (!knows(one, other) || place < at));
    return writings.filter((one, at) => !isKnown(one, at));
  }
  if (!first.manager) return first;
  const halves = (party: string) => all.map((session) => session[party]).filter(Boolean);
  const seller = halves('seller');
  return { ...first, manager: merged(halves('manager')), ...(seller.length > 0 && { seller: merged(seller) }) };
}

/** Returns the data of all stored records of a kind by key. Sessions and writings of several writers are merged. */
export function allDataOf(records: Records, kind: string, prefix = PREFIX): any[] {
  const byKey = new Map<string, any[]>();
  for (const [name, record] of Object.entries(records)) {
    if (!name.startsWith(prefix + kind)) continue;
    const key = withoutWriter(name);
    byKey.set(key, [...(byKey.get(key) ?? []), unseal(record)]);
  }
  return [...byKey.values()].map(merged);
}

/** Returns the data of the first key of a kind. Sessions and writings of several writers are merged. */
export function dataOf(records: Records, kind: string, prefix = PREFIX): any {
  recordOf(records, kind, prefix);
  return allDataOf(records, kind, prefix)[0];
}

/** Returns the records of an instance by their short names. */
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
