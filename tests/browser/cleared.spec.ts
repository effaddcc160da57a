// Storage that is cleared while a session is open: by the page itself, which sends the page no event, or by another
// window. The person is told, and everything comes back or stays away as the person says.

import {
  SECOND,
  begins, button, digits, expect, field, plan, recordsByKey, rowButton, say, start, starter,
  storedIn, test, withoutScreens,
  type Page, type Stage,
} from './fixtures';

/** The longest time until a running session tells of cleared storage, in milliseconds. */
const TOLD_WITHIN = 1.5 * SECOND;

const notice = (page: Page) => page.locator('.frame > .notices .notice p');
const clear = (page: Page) => page.evaluate(() => localStorage.clear());
const focus = (page: Page) => page.evaluate(() => dispatchEvent(new Event('focus')));

/** Stored records by key, without the open screen. */
const shared = async (page: Page) => recordsByKey(withoutScreens(await storedIn(page)));

/** A running session with a note, and a line that is typed and not kept. */
async function running(stage: Stage): Promise<Page> {
  const page = await stage.open();
  await start(page);
  await button(page, say('write-note')).click();
  await field(page, say('shared-note-label')).fill('She nodded');
  await button(page, say('keep')).click();
  await button(page, say('write-note')).click();
  await field(page, say('shared-note-label')).fill('Half a line');
  await stage.pass(2 * SECOND);
  return page;
}

test('storage cleared by the page is told within 1.5 seconds', async ({ stage }) => {
  const page = await running(stage);
  const before = await shared(page);
  expect(Object.values(before).join()).toContain('Half a line');
  await clear(page);
  await stage.pass(TOLD_WITHIN);
  await expect(notice(page)).toHaveText(say('storage-cleared'));
  expect(await shared(page), 'nothing comes back by itself').toEqual({});

  await button(page, say('storage-put-back')).click();
  await expect(notice(page)).toHaveCount(0);
  expect(await shared(page)).toEqual(before);
  await stage.reload(page);
  await expect(page.getByText('She nodded')).toBeVisible();
  await expect(field(page, say('shared-note-label'))).toHaveValue('Half a line');
});

test('storage cleared after a reload is asked about', async ({ stage }) => {
  const page = await running(stage);
  await stage.reload(page);
  await clear(page);
  await field(page, say('shared-note-label')).pressSequentially(' more');
  await stage.pass(2 * SECOND);
  await expect(notice(page)).toHaveText(say('storage-cleared'));
  expect(await shared(page), 'nothing comes back by itself').toEqual({});
});

test('storage cleared on purpose stays cleared', async ({ stage }) => {
  const page = await running(stage);
  await clear(page);
  await stage.pass(TOLD_WITHIN);
  await button(page, say('storage-leave-cleared')).click();
  await expect(page.getByText(say('home-empty'))).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  await stage.pass(2 * SECOND);
  const held = JSON.stringify(await storedIn(page));
  for (const text of ['She nodded', 'Half a line', 'Lee Park']) expect(held).not.toContain(text);
  await stage.reload(page);
  await expect(page.getByText(say('home-empty'))).toBeVisible();
});

/** Removes the records whose name matches, as a script of the page that cleans up does. */
const evict = (page: Page, names: RegExp) =>
  page.evaluate((names) => Object.keys(localStorage).filter((name) => names.test(name)).forEach((name) => localStorage.removeItem(name)), names);

test('records that the page removed are written again in 1.5 s', async ({ stage }) => {
  const page = await running(stage);
  const before = await shared(page);
  for (const names of [/\/(?:session|pair)\//, /\/draft/, /\/session\//]) {
    await evict(page, names);
    expect(await shared(page)).not.toEqual(before);
    await stage.pass(TOLD_WITHIN);
    expect(await shared(page), String(names)).toEqual(before);
    await expect(notice(page)).toHaveCount(0);
  }
});

test('records that the page removed are written as it closes', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('change-plan')).click();
  await field(page, begins('place-label')).fill('Room 5');
  await stage.pass(2 * SECOND);
  const before = await shared(page);
  await evict(page, /\/(?:session|pair)\//);
  expect(await shared(page)).not.toEqual(before);
  await stage.reload(page);
  expect(await shared(page)).toEqual(before);
  await expect(field(page, begins('place-label'))).toHaveValue('Room 5');
});

test('removal of all but the open screen is told as cleared', async ({ stage }) => {
  const page = await running(stage);
  const before = await shared(page);
  await evict(page, /default\/(?!screen)/);
  await stage.pass(TOLD_WITHIN);
  await expect(notice(page)).toHaveText(say('storage-cleared'));
  await button(page, say('storage-put-back')).click();
  expect(await shared(page)).toEqual(before);
});

test('form typed in after the clearing stays with a press', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await clear(page);
  await focus(page);
  await stage.pass(SECOND);
  await button(page, say('back-home')).click();
  await button(page, say('plan-one')).click();
  await field(page, say('seller-label')).fill('Grace');
  await button(page, say('storage-leave-cleared')).click();
  await expect(notice(page)).toHaveCount(0);
  await expect(field(page, say('seller-label'))).toHaveValue('Grace');
  await stage.reload(page);
  await expect(field(page, say('seller-label'))).toHaveValue('Grace');
});

test('cleared storage is told on focus where no clock runs', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await clear(page);
  await expect(notice(page)).toHaveCount(0);
  await focus(page);
  await expect(notice(page)).toHaveText(say('storage-cleared'));
  await button(page, say('storage-put-back')).click();
  await expect(notice(page)).toHaveCount(0);
  await stage.reload(page);
  await expect(starter(page)).toBeVisible();
});

test('change after storage was cleared writes nothing by halves', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await clear(page);
  await button(page, say('change-plan')).click();
  await field(page, begins('place-label')).fill('Room 5');
  await button(page, say('form-submit-change')).click();
  await expect(notice(page)).toHaveText(say('storage-cleared'));
  expect(await shared(page)).toEqual({});
  await button(page, say('storage-put-back')).click();
  await stage.reload(page);
  await expect(page.getByText('Room 5')).toBeVisible();
});

test('storage cleared by another window is told at once', async ({ stage }) => {
  const first = await stage.open();
  await start(first);
  const second = await stage.open();
  await expect(rowButton(second)).toBeVisible();
  await second.evaluate(() => localStorage.clear());
  await expect(notice(first)).toHaveText(say('storage-cleared'));
  await focus(second);
  await expect(notice(second)).toHaveText(say('storage-cleared'));
  await button(first, say('storage-put-back')).click();
  for (const page of [first, second]) await expect(notice(page)).toHaveCount(0);
  await expect(digits(first)).toBeVisible();
  await expect(rowButton(second)).toBeVisible();
  await stage.reload(first);
  await expect(digits(first)).toBeVisible();
});
