// What the page says for every message, held against what the Rust implementation of Fluent said for it in the
// native test `every_message_is_said_with_all_samples`; and a language whose words are broken or do not come.

import { existsSync, readFileSync } from 'node:fs';
import { expect, say, test, type Page } from './fixtures';

/** The file that the native test writes. */
const SAID = new URL('../../target/words.jsonl', import.meta.url);

interface Case {
  language: string;
  id: string;
  arguments: Record<string, string | number>;
  words: string;
}

/** Returns what the shipped script says for each case. */
const saidBy = (page: Page, cases: Case[]): Promise<string[]> =>
  page.evaluate(async (cases) => {
    const { wordsFor } = await import(new URL('coaching-session.js', location.href).href);
    const said = [];
    for (const one of cases) said.push((await wordsFor(one.language)).say(one.id, one.arguments));
    return said;
  }, cases);

test('page says every message as the native tests do', async ({ stage }) => {
  expect(existsSync(SAID), 'run `cargo test --test native words` first').toBe(true);
  const cases: Case[] = readFileSync(SAID, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  expect(cases.length).toBeGreaterThan(1000);
  const said = await saidBy(await stage.open(), cases);
  const name = ({ language, id, arguments: args }: Case) => `${language} ${id} ${JSON.stringify(args)}`;
  const pairs = cases.map((one, at) => ({ of: name(one), words: said[at] }));
  expect(pairs).toEqual(cases.map((one) => ({ of: name(one), words: one.words })));
});

test('missing words are said by their id, broken ones in English', async ({ stage }) => {
  const page = await stage.open();
  const broken = { language: 'en', arguments: {}, words: '' };
  const said = await saidBy(page, [
    { ...broken, id: 'no-such-words' },
    { ...broken, id: 'no-such-words.answer' },
    { ...broken, id: 'plan-one' },
    { ...broken, id: 'back-home', language: 'tlh' },
  ]);
  expect(said).toEqual(['no-such-words', 'no-such-words.answer', say('plan-one'), say('back-home')]);
});

test('language with gaps and errors falls back to English', async ({ stage }) => {
  const page = await stage.open();
  const said = await page.evaluate(async () => {
    const { english, Words } = await import(new URL('coaching-session.js', location.href).href);
    const other = new Words('de', 'plan-one = Ein Gespräch planen\nundo = { $nothing }\ndelete = {', english);
    return ['plan-one', 'undo', 'delete', 'back-home'].map((id) => other.say(id));
  });
  expect(said).toEqual(['Ein Gespräch planen', say('undo'), say('delete'), say('back-home')]);
});
