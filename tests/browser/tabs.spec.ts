// Two windows of one browser, and two widgets on one page: each sees what the other writes. What both wrote at once
// is joined, or both versions stay until the person chooses.

import {
  MINUTE, SECOND,
  begin, begins, button, dataOf, digits, expect, field, heading, next, plan, recordOf, rowButton, rowDelete, rowPage, say, starter,
  storedIn, test,
  type Page, type Place, type Stage,
} from './fixtures';

const CHANGED = /^This session was changed in two places at once\. Both versions are kept until you choose\./;
const PLACE = 'The quiet room';
const TITLE = 'The Hansen deal';

/** Keeps the page from hearing of other windows while its document is marked as deaf. */
const listenUnlessDeaf = () =>
  addEventListener('storage', (event) => 'deaf' in document.documentElement.dataset && event.stopImmediatePropagation(), true);
const deafen = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.dataset.deaf = '';
  });
/** Lets the page hear of other windows again, as it does when a person turns to its window. */
const listen = (page: Page) =>
  page.evaluate(() => {
    delete document.documentElement.dataset.deaf;
    dispatchEvent(new Event('focus'));
  });

const notice = (page: Page) => page.locator('.notice > p');
const renamed = (page: Page) => page.locator('.plan').getByText(TITLE);

/** The stored versions of the one session, of all windows. */
const versions = async (page: Page): Promise<any[]> => dataOf(await storedIn(page), 'session/').manager;

/** Two windows that lie open on the same planned session. */
async function twoWindows(stage: Stage): Promise<[first: Page, second: Page]> {
  const first = await stage.open({ init: listenUnlessDeaf });
  await plan(first);
  const second = await stage.open({ init: listenUnlessDeaf });
  await rowButton(second).click();
  await expect(starter(second)).toBeVisible();
  return [first, second];
}

/** Two windows that lie open on the same running session. */
async function twoRunning(stage: Stage): Promise<[first: Page, second: Page]> {
  const [first, second] = await twoWindows(stage);
  await begin(first);
  await expect(digits(second)).toBeVisible();
  return [first, second];
}

async function writeNote(page: Page, words: string) {
  await button(page, say('write-note')).click();
  await field(page, say('shared-note-label')).fill(words);
  await button(page, say('keep')).click();
}

async function rename(page: Page, title = TITLE) {
  await button(page, say('agenda-edit')).click();
  await field(page, say('item-title-label', { number: 2 })).fill(title);
  await button(page, say('edit-done')).click();
}

async function setPlace(page: Page, place = PLACE) {
  await button(page, say('change-plan')).click();
  await field(page, begins('place-label')).fill(place);
  await button(page, say('form-submit-change')).click();
}

test('change in one window shows in the other', async ({ stage }) => {
  const first = await stage.open();
  const second = await stage.open();
  await plan(first);
  await rowButton(second).click();
  await expect(starter(second)).toBeVisible();
  await rename(first);
  await expect(renamed(second)).toBeVisible();
  await begin(second);
  await expect(digits(first)).toBeVisible();
  await stage.pass(MINUTE);
  await expect(digits(first)).toHaveText('2:00');
  await expect(digits(second)).toHaveText('2:00');
  await next(first);
  await expect(heading(second, TITLE)).toBeVisible();
  await button(second, say('back-home')).click();
  await rowPage(second).click();
  await rowDelete(second, '').click();
  await expect(heading(first, say('home-heading'))).toBeVisible();
  await expect(first.getByText(say('home-empty'))).toBeVisible();
  await button(second, say('undo')).click();
  await expect(heading(first, TITLE)).toBeVisible();
});

test('record removed by another window is written again', async ({ stage }) => {
  const [first, second] = await twoWindows(stage);
  const [name] = recordOf(await storedIn(first), 'session/');
  await deafen(second);
  await second.evaluate((name) => localStorage.removeItem(name), name);
  await expect.poll(() => storedIn(first), 'the record').toHaveProperty([name]);
  await expect(starter(first)).toBeVisible();
});

for (const choice of [say('keep-shown'), say('keep-other')]) {
  test(`two changes at once are both kept until "${choice}"`, async ({ stage }) => {
    const [first, second] = await twoWindows(stage);
    await deafen(second);
    await rename(first);
    await setPlace(second);
    await listen(second);
    await expect(notice(second)).toHaveText(CHANGED);
    await expect(notice(first)).toHaveText(CHANGED);
    for (const page of [first, second]) {
      await expect(page.getByRole('region', { name: say('version-shown') })).toBeVisible();
      const sides = page.locator('.version');
      await expect(sides.filter({ hasText: TITLE })).toHaveCount(1);
      await expect(sides.filter({ hasText: PLACE })).toHaveCount(1);
      await expect(sides.filter({ hasText: say('version-here') })).toHaveCount(1);
      await expect(sides.filter({ hasText: say('version-beside') })).toHaveCount(1);
    }
    await expect.poll(() => versions(first)).toHaveLength(2);
    const both = JSON.stringify(await versions(first));
    expect(both).toContain(TITLE);
    expect(both).toContain(PLACE);

    await stage.reload(first);
    await expect(notice(first)).toHaveText(CHANGED);
    const showedRenamed = (await renamed(first).count()) === 1;
    await button(first, choice).click();
    await expect(notice(first)).toHaveText(say('version-chosen'));
    await expect(second.locator('.notice')).toHaveCount(0);
    await button(first, say('version-undo')).click();
    for (const page of [first, second]) await expect(notice(page)).toHaveText(CHANGED);
    expect((await renamed(first).count()) === 1, 'the same version is shown').toBe(showedRenamed);
    await expect.poll(() => versions(first)).toHaveLength(2);
    await button(first, choice).click();
    await expect(second.locator('.notice')).toHaveCount(0);
    const expected = choice === say('keep-shown') ? showedRenamed : !showedRenamed;
    for (const page of [first, second]) {
      await expect(renamed(page)).toHaveCount(expected ? 1 : 0);
      await expect(page.getByText(PLACE)).toHaveCount(expected ? 0 : 1);
    }
    await expect.poll(() => versions(first)).toHaveLength(1);
    await stage.reload(second);
    await expect(renamed(second)).toHaveCount(expected ? 1 : 0);
  });
}

test('two clocks moved apart offer the choice', { tag: '@engines' }, async ({ stage }) => {
  const [first, second] = await twoWindows(stage);
  await begin(first);
  await expect(digits(second)).toBeVisible();
  await deafen(second);
  await stage.pass(MINUTE);
  await next(first);
  await stage.pass(MINUTE);
  await button(second, say('pause')).click();
  await listen(second);
  await expect(notice(second)).toHaveText(CHANGED);
  await expect(notice(first)).toHaveText(CHANGED);
  const logs = (await versions(first)).map((version) => version.content.clock.log.map((entry: any) => entry.change).join(' '));
  expect(logs.sort()).toEqual(['started moved-to', 'started paused']);
  await button(second, say('keep-other')).click();
  await expect(notice(second)).toHaveText(say('version-chosen'));
  await expect(first.locator('.notice')).toHaveCount(0);
  await expect(digits(first)).toHaveText(await digits(second).innerText());
});

test('notes of two windows at once join', { tag: '@engines' }, async ({ stage }) => {
  const [first, second] = await twoRunning(stage);
  await deafen(second);
  await writeNote(first, 'From the first');
  await deafen(first);
  await writeNote(second, 'From the second');
  for (const page of [first, second]) await listen(page);
  for (const page of [first, second]) {
    await expect(page.locator('.note-words')).toHaveText(['From the first', 'From the second']);
    await expect(page.locator('.notice')).toHaveCount(0);
  }
  await expect.poll(() => versions(first)).toHaveLength(1);
  for (const page of [first, second]) {
    await stage.reload(page);
    await expect(page.locator('.note-words')).toHaveText(['From the first', 'From the second']);
  }
});

test('new window opens on the list, a reload where it was', async ({ stage }) => {
  const first = await stage.open();
  await plan(first);
  const second = await stage.open();
  await expect(heading(second, say('home-heading'))).toBeVisible();
  await rowButton(second).click();
  await button(second, say('agenda-edit')).click();
  await stage.reload(first);
  await expect(starter(first)).toBeVisible();
  await stage.reload(second);
  await expect(heading(second, say('edit-heading'))).toBeVisible();
});

test('typed text survives the writing of another window', async ({ stage }) => {
  const [first, second] = await twoWindows(stage);
  await button(second, say('change-plan')).click();
  await field(second, begins('place-label')).fill(PLACE);
  await stage.pass(2 * SECOND);
  await button(first, say('agenda-edit')).click();
  await field(first, say('item-title-label', { number: 2 })).fill('Half a na');
  await button(second, say('form-submit-change')).click();
  await expect.poll(() => versions(first), 'both versions').toHaveLength(2);
  const both = JSON.stringify(await versions(first));
  expect(both).toContain('Half a na');
  expect(both).toContain(PLACE);
  await button(first, say('edit-done')).click();
  await expect(notice(first)).toHaveText(CHANGED);
});

test('session changed and deleted at once is not lost', async ({ stage }) => {
  const [first, second] = await twoWindows(stage);
  await deafen(second);
  await button(first, say('delete')).click();
  await setPlace(second);
  await listen(second);
  await expect(notice(second)).toHaveText(CHANGED);
  await expect(rowButton(first)).toBeVisible();
  await button(second, say('keep-shown')).click();
  await expect(notice(second)).toHaveText(say('version-chosen'));
  await expect.poll(() => versions(second)).toHaveLength(1);
  await expect(second.getByText(PLACE)).toBeVisible();
});

/** Puts another widget on the page. */
async function secondWidget(page: Page, instance?: string): Promise<[Place, Place]> {
  await page.evaluate((instance) => {
    const element = document.createElement('coaching-session');
    element.setAttribute('loading', 'eager');
    if (instance) element.setAttribute('instance', instance);
    document.body.append(element);
  }, instance);
  const all = page.locator('coaching-session');
  await expect(all.nth(1).getByRole('region', { name: say('product') })).toBeVisible();
  return [all.nth(0), all.nth(1)];
}

test('two widgets on one page show the same session', async ({ stage }) => {
  const page = await stage.open();
  const [left, right] = await secondWidget(page);
  await plan(left);
  await rowButton(right).click();
  await begin(right);
  await expect(digits(left)).toBeVisible();
  await stage.pass(30 * SECOND);
  await expect(digits(left)).toHaveText('2:30');
  await expect(digits(right)).toHaveText('2:30');
  await button(left, say('pause')).click();
  await expect(button(right, say('resume'))).toBeVisible();
  await button(right, say('back-home')).click();
  await rowPage(right).click();
  await rowDelete(right, '').click();
  await expect(left.getByText(say('home-empty'))).toBeVisible();
});

test('instance keeps data of its own', async ({ stage }) => {
  const page = await stage.open();
  const [left, right] = await secondWidget(page, 'other');
  await plan(left);
  await plan(right, { seller: 'Ada', date: '2026-05-06', time: '11:00' });
  await button(left, say('back-home')).click();
  await button(right, say('back-home')).click();
  await expect(rowButton(left)).toBeVisible();
  await expect(rowButton(right, 'Ada')).toBeVisible();
  await expect(left.locator('.row')).toHaveCount(1);
  await expect(right.locator('.row')).toHaveCount(1);
  const names = Object.keys(await storedIn(page)).map((name) => name.split('/')[1]);
  expect([...new Set(names)].sort()).toEqual(['default', 'other']);
});
