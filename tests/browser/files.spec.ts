// Files: one browser opens what another one saved, and shows it before anything is stored. Foreign and
// hostile files change nothing and run nothing.

import { readFile } from 'node:fs/promises';
import {
  ENDING, PLAN, PREFIX,
  asNewerFile, begins, button, dataOf, expect, field, fileOf, heading, keyboard, plan, recordOf, recordsOfFile,
  recordsByKey, row, like, rowButton, say, seal, starter, storedIn, test, unseal, withoutScreens,
  type Page, type Records,
} from './fixtures';

/** Saves a file by the button of that name. */
async function save(page: Page, name = say('save-file')) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const asUpload = (buffer: Buffer) => ({ name: 'saved.json', mimeType: 'application/json', buffer });

/** Chooses a file and waits for what the page says of it. */
async function choose(page: Page, bytes: Buffer, says = say('file-heading')) {
  await field(page, say('open-file')).setInputFiles(asUpload(bytes));
  await expect(heading(page, says)).toBeVisible();
}

const group = (page: Page, name: string) => page.locator('.file .group').filter({ has: heading(page, name) });
const lead = (page: Page) => page.locator('.file-lead');
const takeIn = (page: Page) => button(page, say('file-take')).click();
/** Takes in a file that changes what the person wrote. */
const takeInOwn = (page: Page) => button(page, say('link-own-take')).click();

/** Returns stored records by key, without the open screen. */
const shared = async (page: Page): Promise<Records> => recordsByKey(withoutScreens(await storedIn(page)));

async function goHome(page: Page) {
  await button(page, say('back-home')).click();
  await expect(button(page, say('plan-one'))).toBeVisible();
}

/** Plans a session and goes back to the list. */
async function planAndGoHome(page: Page, what = PLAN) {
  await plan(page, what);
  await goHome(page);
}

async function setPlace(page: Page, place: string) {
  await rowButton(page).click();
  await button(page, say('change-plan')).click();
  await field(page, begins('place-label')).fill(place);
  await button(page, say('form-submit-change')).click();
  await goHome(page);
}

test('two browsers exchange all their records by files', async ({ stage, setStage }) => {
  const first = await stage.open();
  await planAndGoHome(first);
  const everything = await save(first);
  expect(everything.name).toBe(`coaching-backup-2026-05-04${ENDING}`);

  const elsewhere = await setStage();
  const second = await elsewhere.open();
  await choose(second, everything.bytes);
  await expect(group(second, say('file-group', { heading: say('file-new'), count: 1 })).getByText(PLAN.seller)).toBeVisible();
  await expect(lead(second)).toHaveText(say('file-lead'));
  expect(await shared(second), 'nothing is stored by looking').toEqual({});
  await elsewhere.reload(second);
  await expect(second.getByText(say('home-empty'))).toBeVisible();
  await choose(second, everything.bytes);
  await takeIn(second);
  await expect(second.getByText(like('file-brought-of'))).toBeVisible();
  await expect(row(second)).toBeVisible();
  expect(await shared(second)).toEqual(await shared(first));

  await setPlace(first, 'Room A');
  await setPlace(second, 'Room B');
  const [fromFirst, fromSecond] = [await save(first), await save(second)];
  for (const [page, { bytes }] of [[first, fromSecond], [second, fromFirst]] as const) {
    await choose(page, bytes);
    await expect(group(page, say('file-group', { heading: say('file-own'), count: 1 })).getByText(PLAN.seller)).toBeVisible();
    await takeInOwn(page);
    await expect(row(page)).toBeVisible();
  }
  expect(await shared(first), 'both hold the same').toEqual(await shared(second));
  await rowButton(second).click();
  await button(second, say('keep-other')).click();
  await goHome(second);
  await choose(first, (await save(second)).bytes);
  await expect(group(first, say('file-group', { heading: say('file-own'), count: 1 }))).toBeVisible();
  await takeInOwn(first);
  await expect(row(first)).toBeVisible();
  expect(await shared(first)).toEqual(await shared(second));
});

test('file that changes the own half warns and is undone', async ({ stage, setStage }) => {
  const page = await stage.open();
  await planAndGoHome(page);
  const { bytes } = await save(page);
  const other = await (await setStage()).open();
  await choose(other, bytes);
  await takeIn(other);
  await expect(row(other)).toBeVisible();
  await setPlace(other, 'The cellar');
  await choose(page, (await save(other)).bytes);
  await expect(lead(page)).toHaveText(say('file-own-lead'));
  const own = group(page, say('file-group', { heading: say('file-own'), count: 1 }));
  await expect(own.getByText(say('labelled', { label: say('you'), words: say('part-plan') }))).toBeVisible();
  await expect(button(page, say('file-take'))).toHaveCount(0);
  await takeInOwn(page);
  // The person notices on another screen what the file did, and comes back.
  await rowButton(page).click();
  await expect(page.locator('.place')).toContainText('The cellar');
  await goHome(page);
  await button(page, say('undo')).click();
  await stage.reload(page);
  await rowButton(page).click();
  await expect(starter(page)).toBeVisible();
  await expect(page.getByText('The cellar'), 'undone in storage too').toHaveCount(0);
});

test('half-typed text of a file is offered where it was typed', async ({ stage, setStage }) => {
  const page = await stage.open();
  await planAndGoHome(page);
  await rowButton(page).click();
  await button(page, say('change-plan')).click();
  await field(page, begins('place-label')).fill('The cellar');
  // Another window saves the file.
  const window = await stage.open();
  const elsewhere = await setStage();
  const other = await elsewhere.open();
  await choose(other, (await save(window)).bytes);
  const half = group(other, say('file-group', { heading: say('file-drafts'), count: 1 }));
  await expect(half.getByText('The cellar')).toBeVisible();
  await takeIn(other);
  await elsewhere.reload(other);
  await rowButton(other).click();
  await button(other, say('change-plan')).click();
  await expect(field(other, begins('place-label')), 'it is merged with nothing').not.toHaveValue('The cellar');
  await button(other, say('left-take')).click();
  await expect(field(other, begins('place-label'))).toHaveValue('The cellar');
});

test('file that is chosen again says that nothing is new', async ({ stage }) => {
  const page = await stage.open();
  await planAndGoHome(page);
  const { bytes } = await save(page);
  for (let times = 0; times < 2; times += 1) {
    await choose(page, bytes);
    await expect(lead(page)).toHaveText(say('file-nothing-new'));
    await expect(button(page, say('file-take'))).toHaveCount(0);
    await button(page, say('back-home')).click();
    await expect(row(page)).toBeVisible();
  }
});

test('file of one session holds nothing of others', async ({ stage }) => {
  const page = await stage.open();
  await planAndGoHome(page, { ...PLAN, seller: 'Ada' });
  await plan(page);
  const { name, bytes } = await save(page, say('save-session'));
  expect(name).toBe(`coaching-session-lee-park-2026-05-05${ENDING}`);
  const kinds = Object.keys(recordsOfFile(bytes)).map((name) => name.split('/')[0]);
  expect(kinds).toEqual(['pair', 'session']);
  expect(bytes.toString('utf8')).toContain('Lee Park');
  expect(bytes.toString('utf8')).not.toContain('Ada');
});

test('file is opened by keyboard alone and the focus follows', async ({ stage }) => {
  const page = await stage.open();
  await planAndGoHome(page);
  const { bytes } = await save(page);
  // A listener makes the browser hand its file chooser to the test from here on: `waitForEvent` alone
  // asks for that at the press, which can come too late.
  page.on('filechooser', () => {});
  await button(page, say('save-file')).focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('label', { hasText: say('open-file') }), 'the focus is seen').toHaveCSS('outline-style', 'solid');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(asUpload(bytes));
  await expect(heading(page, say('file-heading'))).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(row(page)).toBeVisible();
  await expect(keyboard(page)).toHaveText(say('home-heading'));
});

const empty = fileOf({});
const REFUSED: [what: string, bytes: Buffer, words: string][] = [
  ['no file of ours', Buffer.from('hello'), say('file-foreign')],
  ['no text', Buffer.from([0xff, 0xfe, 0, 1]), say('file-foreign')],
  ['of a newer release', asNewerFile(empty), say('file-newer')],
  [say('fault-too-large'), Buffer.concat([empty, Buffer.alloc(16_000_000, ' ')]), say('file-too-large')],
];

for (const [what, bytes, words] of REFUSED) {
  test(`file that is ${what} is refused and changes nothing`, async ({ stage }) => {
    const page = await stage.open();
    await planAndGoHome(page);
    const before = await shared(page);
    await choose(page, bytes, say('file-refused'));
    await expect(lead(page)).toHaveText(words);
    await button(page, say('back-home')).click();
    await expect(row(page)).toBeVisible();
    expect(await shared(page)).toEqual(before);
  });
}

const OTHER = '00000000000000ff';

test('file with a damaged record brings in the good ones', async ({ stage }) => {
  const page = await stage.open();
  await planAndGoHome(page);
  const records = recordsOfFile((await save(page)).bytes);
  const [name, record] = recordOf(records, 'session/', '');
  records[`session/${OTHER}`] = seal({ ...unseal(record), id: OTHER });
  records[name] = record.replace('minutes', 'minuets');
  await choose(page, fileOf(records));
  const damaged = group(page, say('file-group', { heading: say('file-left-out'), count: 1 })).getByRole('listitem');
  await expect(damaged).toHaveText(new RegExp(`^\\s*${PLAN.seller}: .*10:00\\s*${say('fault-damaged')}\\s*$`));
  await takeInOwn(page);
  await expect(page.getByText(like('file-brought-of'))).toBeVisible();
  await row(page).locator('.row-who').click();
  await expect(page.locator('.row')).toHaveCount(2);
});

test('hostile file is shown as text and runs nothing', async ({ setStage }) => {
  const stage = await setStage({ init: () => ((globalThis as any).ran = 0) });
  const hostile = '<img src=x onerror="ran = 1"><script>ran = 1</script>\u202e';
  const shown = hostile.replace('\u202e', '');
  const page = await stage.open();
  await planAndGoHome(page);
  const records = recordsOfFile((await save(page)).bytes);
  const session = dataOf(records, 'session/', '');
  Object.assign(session, { id: OTHER, pair: OTHER });
  session.manager[0].content.place = `javascript:ran=1//${hostile}`;
  const pair = JSON.stringify(dataOf(records, 'pair/', '')).replace(JSON.stringify(PLAN.seller), JSON.stringify(hostile));
  const file = fileOf({
    [`session/${OTHER}`]: seal(session),
    [`pair/${OTHER}`]: seal(JSON.parse(pair)),
    [hostile]: hostile,
    screen: seal({ screen: { session: OTHER } }),
    __proto__x: 'x',
  });
  await choose(page, file);
  await expect(group(page, say('file-group', { heading: say('file-new'), count: 1 })).getByText(shown)).toBeVisible();
  await expect(group(page, say('file-group', { heading: say('file-left-out'), count: 2 })).getByText(shown)).toBeVisible();
  await takeIn(page);
  await row(page, shown).locator('.row-open').click();
  await expect(page.locator('.place').getByText(shown)).toBeVisible();
  await expect(page.locator('.place a')).toHaveCount(0);
  expect(await page.evaluate(() => (globalThis as any).ran)).toBe(0);
  expect(Object.keys(await storedIn(page)).filter((name) => !name.startsWith(PREFIX))).toEqual([]);
});
