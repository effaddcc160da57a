// Wrong input: the message stands beside the field, in words, and the typed text stays. Text that a
// person writes is shown as it was written.

import { expectRight, expectWrong } from './complaints';
import {
  SECOND,
  begin, begins, button, caption, digits, expect, field, fillForm, heading, like, plan, rowButton, say, starter, test, widget,
  type Page,
} from './fixtures';

const LONG = 'x'.repeat(2001);
const TOO_LONG = say('complain-too-long', { allowed: '2,000', over: '1' });
const MINUTES = say('complain-minutes', { least: '20', most: '90' });
const ITEM_MINUTES = say('complain-item-minutes', { least: 1, most: 90 });

const submit = (page: Page) => button(page, say('form-submit')).click();

test('empty form names what is missing beside each field', async ({ stage }) => {
  const page = await stage.open();
  const seller = field(page, say('seller-label'));
  await button(page, say('plan-one')).click();
  await submit(page);
  await expectWrong(seller, say('complain-seller'));
  await expectWrong(field(page, say('date-label')), say('complain-date'));
  await expectWrong(field(page, say('time-label')), say('complain-time'));
  await expect(seller, 'the keyboard goes to the first').toBeFocused();
  await seller.fill('Lee');
  await expectRight(seller);
  await expectWrong(field(page, say('date-label')), say('complain-date'));
  await seller.fill('   ');
  await submit(page);
  await expectWrong(seller, say('complain-seller'));
  await expect(seller).toHaveValue('   ');
});

test('form that was not sent off complains of length alone', async ({ stage }) => {
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await page.keyboard.press('Tab');
  await stage.pass(5 * SECOND);
  await expect(widget(page).locator('.complaint')).toHaveCount(0);
  await field(page, say('seller-label')).fill(LONG);
  await expectWrong(field(page, say('seller-label')), TOO_LONG);
  await field(page, say('seller-label')).fill('Lee');
  await expect(widget(page).locator('.complaint')).toHaveCount(0);
});

test('minutes not from 20 to 90 are refused and stay as typed', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, say('defaults-change')).click();
  const minutes = field(page, say('minutes-label'));
  for (const typed of ['19', '91', 'abc', '45.5', '', '-30', '4 5', '1e2', '65581', '９０']) {
    await minutes.fill(typed);
    await button(page, say('defaults-close')).click();
    await submit(page);
    await expectWrong(minutes, MINUTES);
    await expect(minutes).toHaveValue(typed);
    await expect(minutes, 'the line of defaults opens for it').toBeFocused();
    await minutes.fill(' 90 ');
    await expectRight(minutes);
  }
  await submit(page);
  await expect(page.locator('.plan .sum')).toHaveText(say('agenda-sum', { minutes: 90 }));
});

test('text of 2001 characters is refused and of 2000 taken', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page, { seller: LONG, date: '2026-05-05', time: '10:00' });
  await field(page, begins('own-name-label')).fill(LONG);
  await button(page, say('defaults-change')).click();
  await field(page, begins('place-label')).fill(LONG);
  await submit(page);
  const labels = [say('seller-label'), begins('own-name-label'), begins('place-label')];
  for (const label of labels) {
    await expectWrong(field(page, label), TOO_LONG);
    await expect(field(page, label)).toHaveValue(LONG);
  }
  for (const label of labels) {
    await field(page, label).fill(LONG.slice(1));
    await expectRight(field(page, label));
  }
  await submit(page);
  // The two have one name.
  await button(page, say('plan-anyway')).click();
  await expect(heading(page, say('session-title', { seller: LONG.slice(1), manager: LONG.slice(1) }))).toBeVisible();
});

test('refused text survives a reload and is refused again', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, say('defaults-change')).click();
  await field(page, say('minutes-label')).fill('abc');
  await submit(page);
  await expectWrong(field(page, say('minutes-label')), MINUTES);
  await stage.reload(page);
  await expect(field(page, say('minutes-label'))).toHaveValue('abc');
  await submit(page);
  await expectWrong(field(page, say('minutes-label')), MINUTES);
});

test('agenda with wrong fields complains beside each', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('agenda-edit')).click();
  const [name, minutes, promise] = [field(page, say('item-title-label', { number: 2 })), field(page, say('item-minutes-label', { number: 2 })), field(page, say('item-minutes-label', { number: 4 }))];
  for (const typed of ['0', '91', 'abc', '4.5', '', '-3']) {
    await minutes.fill(typed);
    await expectWrong(minutes, ITEM_MINUTES);
    await expect(minutes).toHaveValue(typed);
  }
  await promise.fill('4');
  await expectWrong(promise, say('complain-item-minutes', { least: 5, most: 90 }));
  for (const [typed, words] of [['', say('complain-title')], ['  ', say('complain-title')], [LONG, TOO_LONG]] as const) {
    await name.fill(typed);
    await expectWrong(name, words);
    await expect(name).toHaveValue(typed);
  }
  await expect(page.locator('.edit-sum .sum')).toHaveText(say('agenda-sum', { minutes: 45 }));
  await minutes.fill('21');
  await expectRight(minutes);
  await expectWrong(name, TOO_LONG);
  await expectWrong(promise, say('complain-item-minutes', { least: 5, most: 90 }));
  await button(page, say('undo-edited')).click();
  // The undo takes back the minutes; what the items refused stays, to be corrected.
  await expect(minutes).toHaveValue('20');
  await expectWrong(name, TOO_LONG);
  await expectWrong(promise, say('complain-item-minutes', { least: 5, most: 90 }));
  await name.fill(say('early-first'));
  await expectRight(name);
});

test('complaint of a moved item goes with it', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('agenda-edit')).click();
  await field(page, say('item-minutes-label', { number: 3 })).fill('abc');
  await expectWrong(field(page, say('item-minutes-label', { number: 3 })), ITEM_MINUTES);
  await button(page, say('move-up', { title: say('early-second') })).click();
  await expect(field(page, say('item-title-label', { number: 2 }))).toHaveValue(say('early-second'));
  await expectWrong(field(page, say('item-minutes-label', { number: 2 })), ITEM_MINUTES);
  await expect(field(page, say('item-minutes-label', { number: 2 }))).toHaveValue('abc');
  await expectRight(field(page, say('item-minutes-label', { number: 3 })));
});

test('agenda with a wrong field stays open with the keyboard there', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('agenda-edit')).click();
  const minutes = field(page, say('item-minutes-label', { number: 2 }));
  await minutes.fill('300');
  await button(page, say('edit-done')).click();
  await expectWrong(minutes, ITEM_MINUTES);
  await expect(minutes).toHaveValue('300');
  await expect(minutes).toBeFocused();
  // The wrong number is selected, so the right one only has to be typed.
  await page.keyboard.type('20');
  await expect(minutes).toHaveValue('20');
  await expectRight(minutes);
  await button(page, say('edit-done')).click();
  await expect(starter(page)).toBeVisible();
});

test('agenda that cannot be fitted says why', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('change-plan')).click();
  await field(page, say('minutes-label')).fill('20');
  await button(page, say('form-submit-change')).click();
  await button(page, say('agenda-edit')).click();
  for (let items = 0; items < 20; items += 1) await button(page, say('add-item')).click();
  await button(page, say('fit', { booked: 20 })).click();
  await expect(page.getByText(like('misfit-short'))).toBeVisible();
  await button(page, say('undo-added')).click();
  await expect(page.getByText(like('misfit-short'))).toHaveCount(0);
});

const WRITTEN = {
  'from right to left': 'ليلى عبد الرحمن <ב> abc',
  'with emoji': '👩🏽‍💼👨‍👩‍👧‍👦🏳️‍🌈 Zoë',
  'like markup': '<script>globalThis.ran = 1</script>&lt;b&gt;"\'`{{x}}</p>',
  'of 2000 characters': `${'€'.repeat(1999)}!`,
  'with backslashes and quotes': '\\"\\u0000\\n"},{"v":2',
};

for (const [kind, text] of Object.entries(WRITTEN)) {
  test(`text ${kind} is shown as written`, async ({ stage }) => {
    const page = await stage.open();
    const expectShown = (where: string) =>
      expect
        .poll(async () => (await widget(page).textContent())?.replace(/[\u2066-\u2069]/g, ''), where)
        .toContain(text);
    await fillForm(page, { seller: text, date: '2026-05-05', time: '10:00' });
    await field(page, begins('own-name-label')).fill(text);
    await button(page, say('defaults-change')).click();
    await field(page, begins('place-label')).fill(text);
    await submit(page);
    // The two have one name.
    await button(page, say('plan-anyway')).click();
    await button(page, say('agenda-edit')).click();
    await field(page, say('item-title-label', { number: 1 })).fill(text);
    await stage.pass(2 * SECOND);
    await stage.reload(page);
    await expect(field(page, say('item-title-label', { number: 1 }))).toHaveValue(text);
    await button(page, say('edit-done')).click();
    await expect(starter(page)).toBeVisible();
    await expectShown('the plan');
    await begin(page);
    await expect(digits(page)).toHaveText('3:00');
    await expect(caption(page)).toHaveText(say('left-of', { minutes: 3 }));
    await expectShown('the session');
    expect(await page.locator('.item-title').textContent()).toBe(text);
    await button(page, say('end-early')).click();
    await expect(page.getByRole('table')).toBeVisible();
    await expectShown('the table');
    await button(page, say('back-home')).click();
    await expect(heading(page, say('group-undated'))).toBeVisible();
    await stage.reload(page);
    expect(await page.locator('.row-who').textContent()).toBe(text);
    await rowButton(page, text.slice(0, 20)).click();
    await expect(field(page, say('seller-label'))).toHaveValue(text);
    expect(await page.evaluate(() => (globalThis as any).ran)).toBeUndefined();
    await expect(widget(page).locator('script, b')).toHaveCount(0);
  });
}
