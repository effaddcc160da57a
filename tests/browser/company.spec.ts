// A company's own content on a page that names its file: planned, sent, opened on another device, and coached.

import { readFileSync } from 'node:fs';
import {
  ADDRESS,
  begin, button, expect, field, fillForm, heading, like, next, radio, say, starter, widget,
  type Page, type Stage,
} from './fixtures';
import { CLIPBOARD, copied, test } from './links';

const FILE = readFileSync(new URL('../../examples/config.json', import.meta.url), 'utf8');
const OWN = JSON.parse(FILE).types[0];

/** Fault of a part of the file, as the console names it. */
const FAULT = /^console warning: coaching-session: built-in content stands in place/;

/** The line above the form: built in, with the company's names for the two, and in the company's words. */
const BUILT_IN = say('form-lead');
const NAMED = 'Your adviser chooses the topic.';
const OWN_WORDS = 'Your adviser chooses the topic. You bring time.';

/** Serves the page with these attributes on the element, and the company's file beside it. */
async function serve(stage: Stage, file: string | number = FILE, attributes = 'config="company/config.json"') {
  await stage.context.route(ADDRESS, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<coaching-session ', `<coaching-session ${attributes} `);
    await route.fulfill({ response, body });
  });
  await stage.context.route(`${ADDRESS}company/config.json`, (route) =>
    typeof file === 'number' ? route.fulfill({ status: file }) : route.fulfill({ contentType: 'application/json', body: file }),
  );
}

/** Opens the page with the company's file, and plans a session of the company's type there. */
async function planned(stage: Stage): Promise<Page> {
  await serve(stage);
  const page = await stage.open();
  await fillForm(page);
  await field(page, say('own-name-label')).fill('Maria');
  await button(page, say('form-submit')).click();
  await expect(starter(page)).toBeVisible();
  return page;
}

test('company type is offered, planned and prepared', async ({ stage }) => {
  await serve(stage);
  const page = await stage.open();
  await fillForm(page);
  await expect(page.getByText(OWN_WORDS), 'own words').toBeVisible();
  await field(page, say('own-name-label')).fill('Maria');
  await button(page, say('defaults-change')).click();
  await expect(radio(page, OWN.name)).toBeChecked();
  await expect(radio(page, say('type-account')), 'a type that the company left out').toHaveCount(0);
  await button(page, say('form-submit')).click();
  await expect(starter(page)).toBeVisible();
  await expect(page.locator('.plan').getByText(OWN.activities.value.title)).toBeVisible();

  await button(page, say('prepare-own')).click();
  await button(page, say('i-am', { name: 'Maria' })).click();
  await page.getByRole('checkbox', { name: OWN.checklists.manager.tone[0] }).click();
  await expect(page.getByRole('checkbox', { name: OWN.checklists.manager.tone[0] })).toBeChecked();
  await expect(page.getByText(OWN.avoid[0]), 'questions to leave unasked').toHaveCount(1);
});

test('company type is coached with and without its file', async ({ setStage }) => {
  const maria = await setStage(CLIPBOARD);
  let page = await planned(maria);
  await button(page, like('share-invite')).click();
  await page.getByRole('checkbox', { name: 'Nothing from here goes into the quarterly review.' }).click();
  const link = await copied(page);

  for (const withFile of [true, false]) {
    const lee = await setStage(CLIPBOARD);
    if (withFile) await serve(lee);
    const there = await lee.open({ address: link });
    await expect(there.getByText(say('invited-heading', { manager: 'Maria' }))).toBeVisible();
    await expect(there.getByText('Nothing from here goes into the quarterly review.')).toBeVisible();
    await expect(there.getByText(OWN.activities.risk.title, { exact: false }).first()).toBeVisible();
  }

  await button(page, say('edit-done')).click();
  await begin(page);
  await next(page);
  await expect(heading(page, OWN.activities.value.title)).toBeVisible();
  await expect(page.getByText(OWN.activities.value.purpose)).toBeVisible();
  await expect(page.locator('.prompt-words')).toHaveText(OWN.activities.value.questions[0].ask);
  page = await maria.reload(page);
  await expect(page.locator('.prompt-words')).toHaveText(OWN.activities.value.questions[0].ask);
});

for (const [what, file, words, lead] of [
  ['is not there', 404, 'answered 404', BUILT_IN],
  ['is too large', ' '.repeat(262_145), 'more than 262144 bytes', BUILT_IN],
  ['is no JSON', '{', 'EOF while parsing', BUILT_IN],
  ['has a wrong sum', FILE.replace('"minutes": 14, "least"', '"minutes": 13, "least"'), 'types[0].agendas.45: minutes add up to 44, not 45', OWN_WORDS],
  ['has an unknown message', FILE.replace('form-lead =', 'form-led ='), 'words.en.form-led: no such message', NAMED],
  ['has an unknown variable', FILE.replace('You bring time.', 'You, { $boss }.'), 'words.en.form-lead: the built-in words have no $boss', NAMED],
] as const) {
  test(`file that ${what} is told to the owner`, async ({ setStage }) => {
    const stage = await setStage({ allows: /^console (warning: coaching-session: built-in content|error: Failed to load)/ });
    await serve(stage, file, 'config="company/config.json" debug');
    const page = await stage.open();
    await expect(page.locator('.owner')).toContainText(words);
    expect(stage.provoked.filter((fault) => FAULT.test(fault)).join()).toContain(words);
    await fillForm(page);
    await expect(page.getByText(lead, { exact: true })).toBeVisible();
  });
}

test('file that comes late changes the screen and keeps typed text', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /./ });
  await serve(stage);
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await stage.context.route(`${ADDRESS}company/config.json`, async (route) => {
    await released;
    await route.fulfill({ contentType: 'application/json', body: FILE });
  });
  const page = await stage.context.newPage();
  await page.goto(ADDRESS);
  // The first screen waits a second for the file.
  await expect(async () => {
    await stage.pass(500);
    await expect(widget(page)).toBeVisible({ timeout: 200 });
  }).toPass();
  await fillForm(page);
  await expect(page.getByText(BUILT_IN, { exact: true })).toBeVisible();
  release();
  await expect(page.getByText(OWN_WORDS)).toBeVisible();
  await expect(field(page, say('seller-label'))).toHaveValue('Lee Park');
  await button(page, say('defaults-change')).click();
  await expect(radio(page, OWN.name)).toBeVisible();
});

test('page that names another file, or none, gets its content', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /company/ });
  await serve(stage);
  const other = FILE.replace('You bring time.', 'You bring tea.');
  await stage.context.route(`${ADDRESS}company/other.json`, (route) => route.fulfill({ contentType: 'application/json', body: other }));
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await expect(page.getByText(OWN_WORDS)).toBeVisible();
  const name = (file: string | null) => page.evaluate((file) => Object.assign(document.querySelector('coaching-session')!, { config: file }) && 0, file);
  await name('company/other.json');
  await expect(page.getByText('Your adviser chooses the topic. You bring tea.')).toBeVisible();
  await name(null);
  await expect(page.getByText(BUILT_IN, { exact: true })).toBeVisible();
});

test('page that stores nothing changes its file and loses no word', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /company/ });
  await serve(stage, FILE, 'config="company/config.json" storage="none"');
  const other = FILE.replace('You bring time.', 'You bring tea.');
  await stage.context.route(`${ADDRESS}company/other.json`, (route) => route.fulfill({ contentType: 'application/json', body: other }));
  const page = await stage.open();
  await fillForm(page);
  await expect(page.getByText(OWN_WORDS)).toBeVisible();
  const name = (file: string | null) => page.evaluate((file) => Object.assign(document.querySelector('coaching-session')!, { config: file }) && 0, file);
  await name('company/other.json');
  await expect(page.getByText('Your adviser chooses the topic. You bring tea.')).toBeVisible();
  await expect(field(page, say('seller-label'))).toHaveValue('Lee Park');
  await name(null);
  await expect(page.getByText(BUILT_IN, { exact: true })).toBeVisible();
  await expect(field(page, say('seller-label'))).toHaveValue('Lee Park');
});

test('content that stands in the page needs no file', async ({ setStage }) => {
  const stage = await setStage({ allows: /coaching-session: built-in content/ });
  await stage.context.route(ADDRESS, async (route) => {
    const response = await route.fetch();
    const given = `<script type="application/json" id="ours">${FILE}</script><template id="others">${FILE.replace('You bring time.', 'You bring tea.')}</template>`;
    const body = (await response.text()).replace('<coaching-session ', `${given}<coaching-session config="#ours" storage="none" debug `);
    await route.fulfill({ response, body });
  });
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await expect(page.getByText(OWN_WORDS)).toBeVisible();
  const name = (file: string) => page.evaluate((file) => document.querySelector('coaching-session')!.setAttribute('config', file), file);
  await name('#others');
  await expect(page.getByText('Your adviser chooses the topic. You bring tea.')).toBeVisible();
  await name('#nothing');
  await expect(page.locator('.owner')).toContainText('#nothing: the page has no element with this id');
});

test('type that nobody offers is named on the console under debug', async ({ setStage }) => {
  const stage = await setStage({ allows: /unknown value/, allowsLater: /company/ });
  await serve(stage, FILE, 'config="company/config.json" type="lunch" debug');
  const page = await stage.open();
  const named = () => stage.provoked.map((fault) => fault.replace(/^.*: unknown/, 'unknown'));
  await expect.poll(named).toEqual(['unknown value type="lunch" counts as absent.']);
  const set = (type: string) => page.evaluate((type) => document.querySelector('coaching-session')!.setAttribute('type', type), type);
  await set(OWN.id);
  await set('account');
  await expect.poll(named).toEqual(['unknown value type="lunch" counts as absent.', 'unknown value type="account" counts as absent.']);
});
