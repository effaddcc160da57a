// The words on the screen by id, from l10n/en.ftl: a sentence is written there and in no test. Holds no test.

import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

const bundle = new FluentBundle('en', { useIsolating: false });
bundle.addResource(new FluentResource(readFileSync(new URL('../../l10n/en.ftl', import.meta.url), 'utf8')));

/** Values of variables by name; of a value that a message may be without, nothing. */
export type Values = Record<string, string | number | undefined>;

/** The parts of sentences that stand for variables without a value. */
const GAP = '\u{FFFC}';

/** Returns a text as it stands inside a sentence: the names of coaching types begin with a small letter there. */
const within = (name: string, text: string): string => {
  if (text === say('manager-unknown')) return say('manager-unknown-within');
  return name === 'coaching-type' || name === 'place' ? text.charAt(0).toLowerCase() + text.slice(1) : text;
};

/** Returns the value of a variable of l10n/en.ftl, those included that the program derives from others. */
function valueOf(name: string, values: Values): FluentVariable | undefined {
  const ends = (end: string) => name.endsWith(end) && name.slice(0, -end.length) in values && values[name.slice(0, -end.length)];
  if (name in values) return values[name] === undefined ? '' : String(values[name]);
  if (name.startsWith('has-')) return values[name.slice(4)] === undefined ? 'no' : 'yes';
  const [plural, inside] = [ends('-plural'), ends('-within')];
  if (plural !== false) return Number(plural);
  return inside === false ? undefined : within(name.slice(0, -'-within'.length), String(inside));
}

/** Formats a message; `gap` stands for variables without a value. */
function format(id: string, values: Values, gap?: string): string {
  const [name = id, attribute] = id.split('.');
  const message = bundle.getMessage(name);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  if (!pattern) throw new Error(`no words in l10n/en.ftl: ${id}`);
  const descriptor = (_: object, variable: string | symbol) => {
    const value = valueOf(String(variable), values) ?? gap;
    return value === undefined ? undefined : { value, configurable: true, enumerable: true };
  };
  const args = new Proxy({}, { getOwnPropertyDescriptor: descriptor, get: (_, variable) => descriptor(_, variable)?.value });
  const errors: Error[] = [];
  const words = bundle.formatPattern(pattern, args, errors);
  if (errors.length > 0) throw new Error(`${id}: ${errors.join(', ')}`);
  return words;
}

/** Returns the words with that id. */
export const say = (id: string, values: Values = {}): string => format(id, values);

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Returns a pattern for all of the words with that id. Variables without a value match anything. */
export const like = (id: string, values: Values = {}): RegExp =>
  new RegExp(`^${escaped(format(id, values, GAP)).replaceAll(GAP, '[^]*?')}$`);

/** Returns a pattern for texts that begin with the words with that id. */
export const begins = (id: string, values: Values = {}): RegExp => new RegExp(`^${escaped(say(id, values))}`);
