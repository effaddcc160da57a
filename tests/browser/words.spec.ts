// What the page says for every message, held against what the Rust implementation of Fluent said for it in the
// native test `every_message_is_said_with_all_samples`; and a language whose words are broken or do not come.

import { existsSync, readFileSync } from 'node:fs';
import { button, expect, field, fillForm, say, test, type Page } from './fixtures';

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
    const { wordsFor } = await import(document.querySelector<HTMLLinkElement>('link[href*="-rest-"]')!.href);
    const said = [];
    for (const one of cases) said.push((await wordsFor(one.language)).say(one.id, one.arguments));
    return said;
  }, cases);

test('page says every message as the native tests do', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /\.ftl$/ });
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

/** Words of a language that the product does not ship. */
const GERMAN = 'plan-one = Ein Gespräch planen';

/** Tells the page of a further language, whose words the server answers with that status. */
async function addLanguage(page: Page, status: number) {
  await page.route('**/de-test.ftl', (route) => route.fulfill({ status, body: status === 200 ? GERMAN : '' }));
  await page.evaluate(async () => {
    const { languages } = await import(document.querySelector<HTMLLinkElement>('link[href*="-rest-"]')!.href);
    languages.set('de', 'de-test.ftl');
  });
}

const setLanguage = (page: Page, lang: string) =>
  page.locator('coaching-session').evaluate((element, lang) => element.setAttribute('lang', lang), lang);

test('further language loads when asked for, gaps in English', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /de-test\.ftl/ });
  const page = await stage.open();
  await addLanguage(page, 200);
  await setLanguage(page, 'de-AT');
  await expect(button(page, 'Ein Gespräch planen')).toBeVisible();
  await expect(page.getByText(say('home-empty'))).toBeVisible();
  await setLanguage(page, 'en');
  await expect(button(page, say('plan-one'))).toBeVisible();
});

test('further language is there before a new widget is drawn', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /de-test\.ftl/ });
  const page = await stage.open();
  await addLanguage(page, 200);
  await page.evaluate(() => {
    const [second, seen] = [document.createElement('coaching-session'), [] as string[]];
    Object.assign(globalThis, { seen });
    Object.assign(second, { lang: 'de' }).setAttribute('instance', 'second');
    const look = () => seen.push(second.shadowRoot!.querySelector('button')?.textContent ?? '');
    new MutationObserver(look).observe(second.shadowRoot!, { childList: true, subtree: true });
    document.querySelector('coaching-session')!.replaceWith(second);
  });
  await expect(button(page, 'Ein Gespräch planen')).toBeVisible();
  const seen: string[] = await page.evaluate(() => (globalThis as any).seen);
  expect(seen.filter((text) => text !== '' && text !== 'Ein Gespräch planen')).toEqual([]);
});

test('language that cannot be loaded leaves English', async ({ setStage }) => {
  const stage = await setStage({ allows: /de-test\.ftl|404/, allowsLater: /de-test\.ftl/ });
  const page = await stage.open();
  await addLanguage(page, 404);
  await setLanguage(page, 'de');
  await expect.poll(() => stage.provoked.join()).toContain('de-test.ftl');
  await expect(button(page, say('plan-one'))).toBeVisible();
});

test('language with gaps and errors falls back to English', async ({ stage }) => {
  const page = await stage.open();
  const said = await page.evaluate(async () => {
    const { english, Words } = await import(document.querySelector<HTMLLinkElement>('link[href*="-rest-"]')!.href);
    const other = new Words('de', 'plan-one = Ein Gespräch planen\nundo = { $nothing }\ndelete = {', english);
    return ['plan-one', 'undo', 'delete', 'back-home'].map((id) => other.say(id));
  });
  expect(said).toEqual(['Ein Gespräch planen', say('undo'), say('delete'), say('back-home')]);
});

for (const [tag, shipped] of [['DE', 'de'], ['pt-br', 'pt-BR'], ['zh-Hant-TW', 'zh-Hant']] as const) {
  test(`tag ${tag} is read in the words of ${shipped}`, async ({ setStage }) => {
    const stage = await setStage({ allowsLater: /x-test\.ftl/ });
    const page = await stage.open();
    await page.route('**/x-test.ftl', (route) => route.fulfill({ body: GERMAN }));
    await page.evaluate(async (shipped) => {
      const { languages } = await import(document.querySelector<HTMLLinkElement>('link[href*="-rest-"]')!.href);
      languages.set(shipped, 'x-test.ftl');
    }, shipped);
    await page.locator('coaching-session').evaluate((element, tag) => element.setAttribute('lang', tag), tag);
    await expect(button(page, 'Ein Gespräch planen')).toBeVisible();
  });
}

for (const [locale, time] of [['de-DE', /Tuesday,? 5 May\b.*15:05/], ['en-US', /Tuesday, May 5\b.*\b3:05\sPM/]] as const) {
  test(`dates follow the reader of ${locale} on a page in English`, async ({ setStage }) => {
    const stage = await setStage({ locale });
    const page = await stage.open();
    await fillForm(page);
    await field(page, say('time-label')).fill('15:05');
    await button(page, say('form-submit')).click();
    await expect(page.locator('.when')).toHaveText(time);
  });
}
