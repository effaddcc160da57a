// The page on which a company writes its own content, under the strict policy: from nothing to a file that the schema and
// the product accept, files of others, faults beside their fields, work that survives, and the keyboard alone.

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ADDRESS, MINUTE, button, expect, field, fillForm, radio, say, test, widget, type Page, type Stage } from './fixtures';
import { violations } from './axe';
import { setTextSize } from './layout';

const EXAMPLE = readFileSync(new URL('../../examples/config.json', import.meta.url), 'utf8');
const SCHEMA = JSON.parse(readFileSync(new URL('../../config.schema.json', import.meta.url), 'utf8'));

const openPage = async (stage: Stage) => {
  const page = await stage.open({ address: `${ADDRESS}make-it-ours.html`, shows: (page) => page.getByRole('heading', { name: 'Begin with' }) });
  await expect(widget(page)).toBeVisible();
  return page;
};

/** Lets the pause after typing pass, and the answer of the product. */
const settle = (stage: Stage) => stage.pass(1_500);

const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).first().press('Enter');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
const box = (page: Page, name: string, at = 0) => page.locator('.form').getByLabel(name, { exact: true }).nth(at);
const status = (page: Page) => page.locator('.results p[role=status]');

/** Presses the button that saves the file, and returns the text of the file. */
async function saved(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save the file')]);
  expect(download.suggestedFilename()).toBe('coaching-content.json');
  return readFileSync(await download.path(), 'utf8');
}

/** Asserts that a file has the form of the schema. */
function expectSchema(file: string) {
  const check = new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile(SCHEMA);
  check(JSON.parse(file));
  expect(check.errors ?? []).toEqual([]);
}

/** Opens a file of content on the page. */
const give = (page: Page, text: string, name = 'ours.json') =>
  page.getByLabel('File of content').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

test('content from nothing is written, saved and used', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /./ });
  const page = await openPage(stage);
  await press(page, 'Add a coaching type');
  await expect(box(page, 'Name'), 'the focus goes to the new type').toBeFocused();
  await page.keyboard.type('Renewal');
  await box(page, 'Rhythm in weeks').fill('2');
  await unfold(page, 'Agendas');
  await unfold(page, 'Your own items');
  await box(page, 'Title').fill('What could end it?');
  await box(page, 'Question 1').fill('Whom have we not talked to?');
  await box(page, 'Listen for').fill('a gap');
  await unfold(page, 'Mindset checklist of the manager');
  await press(page, 'Write your own checklist');
  await page.getByRole('button', { name: 'Write it anew' }).first().press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Read the last three tickets.');
  await unfold(page, 'What sellers can count on');
  await press(page, 'Write your own lines');
  await press(page, 'Remove line 3');
  await unfold(page, 'Limits');
  await box(page, 'Longest session').fill('60');
  await unfold(page, 'Built-in coaching types');
  await page.getByRole('checkbox', { name: say('type-account') }).uncheck();
  await unfold(page, 'Names of the two');
  await press(page, 'Add names in a language');
  await box(page, 'The manager').fill('coach');
  await box(page, 'A seller').fill('adviser');
  await box(page, 'Several sellers').fill('advisers');
  await unfold(page, 'Sentences');
  await press(page, 'Add words in a language');
  await field(page, 'Find a sentence').fill('your seller chooses the topic');
  await press(page, 'Your seller chooses the topic.');
  await page.keyboard.press('End');
  await page.keyboard.type(' Then prepare.');
  await settle(stage);
  await expect(status(page)).toHaveText('Nothing needs a change.');

  const file = await saved(page);
  expectSchema(file);
  const content = JSON.parse(file);
  expect(content.types[0]).toMatchObject({ id: 'renewal', name: 'Renewal', 'rhythm-weeks': 2, agendas: { 45: { length: 5 } } });
  expect(content).toMatchObject({ limits: { 'longest-minutes': 60 }, 'count-on': [{ 'built-in': 'count.ask' }, { 'built-in': 'count.no-forecast' }] });
  expect(content['built-in-types']).not.toContain('account');
  expect(content.words.en).toMatch(/^form-lead = .* Then prepare\.\n$/);

  const host = await setStage({ allowsLater: /company/ });
  await host.context.route(ADDRESS, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<coaching-session ', '<coaching-session config="company/config.json" debug ');
    await route.fulfill({ response, body });
  });
  await host.context.route(`${ADDRESS}company/config.json`, (route) => route.fulfill({ contentType: 'application/json', body: file }));
  const there = await host.open();
  await fillForm(there);
  await expect(there.getByText('Your adviser chooses', { exact: false })).toContainText('Then prepare.');
  await button(there, say('defaults-change')).click();
  await expect(radio(there, 'Renewal')).toBeChecked();
  await expect(radio(there, say('type-account'))).toHaveCount(0);
  await expect(there.locator('.owner'), 'no fault').toHaveCount(0);
});

test('product beside the form shows what is typed', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /./ });
  const page = await openPage(stage);
  await press(page, 'An example');
  await settle(stage);
  await button(page, say('plan-one')).click();
  await button(page, say('defaults-change')).click();
  await expect(radio(page, 'Renewal')).toBeVisible();
  await unfold(page, 'Renewal');
  await box(page, 'Name').fill('Second year');
  await settle(stage);
  await expect(radio(page, 'Second year')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage)), 'the product beside stores nothing').toEqual(['coaching-session make-it-ours']);
});

test('fault stands beside its field, with path and rule', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /./ });
  const page = await openPage(stage);
  await press(page, 'An example');
  await unfold(page, 'Renewal');
  await box(page, 'Name').fill('');
  await unfold(page, 'Agendas');
  await box(page, 'Minutes', 2).fill('four');
  await box(page, 'Least', 6).fill('20');
  await unfold(page, 'Limits');
  await box(page, 'Longest session').fill('95');
  await unfold(page, 'Limits');
  await settle(stage);
  await expect(status(page)).toContainText(/\d parts need a change/);
  await expect(box(page, 'Name')).toHaveAttribute('aria-invalid', 'true');
  await expect(box(page, 'Name')).toHaveAccessibleDescription(/Write something here, or remove it\. types\[0\]\.name/);
  await expect(page.locator('summary', { hasText: 'Limits' })).toContainText('Needs a change');
  await page.locator('.faults').getByRole('button', { name: 'Limits' }).press('Enter');
  await stage.pass(100);
  await expect(box(page, 'Longest session'), 'the fault leads to its folded field').toBeFocused();
  await expect(box(page, 'Longest session')).toHaveAccessibleDescription(/95 is not from 20 to 90\./);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('60');
  await settle(stage);
  await expect(page.locator('.faults')).not.toContainText('limits');
  await box(page, 'Name').fill('Renewal');
  await settle(stage);
  for (const rule of await page.locator('.faults li').allTextContents()) expect(rule).not.toMatch(/expected u|`/);
});

for (const [what, text] of [['no JSON', '{"types": ['], ['a list', '[]'], ['no text', '\u0000\ud800'], ['too large', `{"a":"${'a'.repeat(1_000_001)}"}`]] as const) {
  test(`file that is ${what} changes nothing`, async ({ setStage }) => {
    const stage = await setStage({ allowsLater: /./ });
    const page = await openPage(stage);
    await press(page, 'An example');
    const before = await saved(page);
    await give(page, text, 'broken.json');
    await expect(page.locator('.said')).toHaveText('broken.json cannot be read as a file of content. Nothing has changed here.');
    expect(await saved(page)).toBe(before);
  });
}

test('file with broken parts keeps the others, and says which', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /./ });
  const page = await openPage(stage);
  const file = JSON.parse(EXAMPLE);
  file.typo = 1;
  file.limits['drafts-kept-days'] = 'two';
  file.types[0].agendas['45'][2].minutes = 13;
  file.types[0].agendas['30'].pop();
  file.types[0].evidence = { 'built-in': 7 };
  delete file.types[0].name;
  await give(page, JSON.stringify(file));
  await expect(page.locator('.said')).toHaveText('ours.json is open.');
  const notes = (await page.locator('.notes li').allTextContents()).join('\n');
  for (const part of ['typo', 'limits.drafts-kept-days', 'types[0].evidence', 'agenda of 45 minutes', 'agenda of 30 minutes']) expect(notes).toContain(part);
  await settle(stage);
  await expect(page.locator('.faults')).toContainText('types[0].name');
  await unfold(page, 'Coaching type 1');
  await box(page, 'Name').fill('Renewal');
  await settle(stage);
  await expect(status(page)).toHaveText('Nothing needs a change.');
  const now = await saved(page);
  expectSchema(now);
  expect(JSON.parse(now).types[0].agendas['44']).toHaveLength(6);
});

test('file that was saved is opened as it was', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /./ });
  const page = await openPage(stage);
  for (const name of ['Built-in content', 'An example']) {
    await press(page, name);
    await settle(stage);
    await expect(status(page), name).toHaveText('Nothing needs a change.');
    const file = await saved(page);
    expectSchema(file);
    await give(page, file);
    await expect(page.locator('.said')).toHaveText('ours.json is open.');
    await expect(page.locator('.notes')).toHaveCount(0);
    expect(await saved(page), name).toBe(file);
  }
  const { $schema: _, ...example } = JSON.parse(EXAMPLE);
  expect(JSON.parse(await saved(page)), 'nothing of the example is lost').toEqual(example);
});

test('work survives a reload, and what was there comes back', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /./ });
  let page = await openPage(stage);
  await press(page, 'An example');
  await unfold(page, 'Renewal');
  await box(page, 'Name').fill('Second year');
  page = await stage.reload(page, (page) => page.getByText('Second year'));
  await press(page, 'Built-in content');
  await expect(page.getByText('Second year')).toHaveCount(0);
  await press(page, 'Bring back what was here');
  await expect(page.getByText('Second year')).toBeVisible();
  await press(page, 'Nothing');
  await expect(page.locator('.said')).toHaveText('The form is empty.');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('page of own content is walked by the keyboard alone', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /./ });
  const page = await openPage(stage);
  await press(page, 'An example');
  await unfold(page, 'Renewal');
  await unfold(page, 'Agendas');
  const up = page.getByRole('button', { name: 'Move item 3 up' }).first();
  await up.press('Enter');
  await expect(page.getByRole('button', { name: 'Move item 2 up' }).first(), 'the focus goes with the item').toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Move item 1 down' }).first(), 'at the end the other button has the focus').toBeFocused();
  await page.getByRole('button', { name: 'Remove item 3' }).first().press('Enter');
  expect(await page.evaluate(() => document.activeElement !== document.body), 'the focus is not lost').toBe(true);

  const wanted = await page.locator('.form :is(input:not([type=file]), select, textarea, summary, button)').count();
  await page.getByRole('link', { name: 'Put it on a page' }).focus();
  for (let at = 0; at < wanted; at += 1) await page.keyboard.press('Tab');
  const [inForm, isLast] = await page.evaluate(() => {
    const all = [...document.querySelectorAll('.form :is(input:not([type=file]), select, textarea, summary, button)')];
    return [document.activeElement!.closest('.form') !== null, document.activeElement === all.at(-1)];
  });
  expect([inForm, isLast], 'each control has its turn').toEqual([true, true]);
});

test('page of own content passes axe and fits a phone', async ({ setStage }) => {
  test.setTimeout(4 * MINUTE);
  const stage = await setStage({ allowsLater: /./, hasTouch: true });
  const page = await openPage(stage);
  await press(page, 'An example');
  for (const name of ['Renewal', 'Agendas', 'Your own items', 'Mindset checklist of the manager', 'Mindset checklist of the seller', 'Evidence', 'Questions to avoid', 'Lasting id', 'What sellers can count on', 'Built-in coaching types', 'Limits', 'Names of the two', 'Sentences', 'What stands in it']) await unfold(page, name);
  await box(page, 'Name').fill('');
  await field(page, 'Find a sentence').fill('session');
  await settle(stage);
  const misfits = () =>
    page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const shown = [...document.querySelectorAll('main *')].filter((element) => element.checkVisibility() && !element.matches('option, optgroup, .unseen, .preview *'));
      const wide = shown.filter((element) => element.getBoundingClientRect().right > width + 0.5);
      const low = shown.filter((element) => element.matches('.button, .option, select, summary, input:not(.option input)') && element.getBoundingClientRect().height < 43.9);
      return [...wide, ...low].map((element) => `${element.localName}.${element.className} ${element.textContent!.slice(0, 30)}`);
    });
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 720 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
    expect.soft(await misfits(), `${width} px`).toEqual([]);
  }
  await setTextSize(page, 200);
  expect.soft(await misfits(), 'with text of 200%').toEqual([]);
});
