// Wrong input: the message stands beside the field, in words, and the typed text stays. Text that a
// person writes is shown as it was written.

import {
  SECOND,
  button, caption, digits, expect, field, fillForm, heading, plan, rowButton, starter, test, widget,
  type Locator, type Page,
} from './fixtures';

const LONG = 'x'.repeat(2001);
const TOO_LONG = 'At most 2,000 characters; this has 2,001.';
const MINUTES = 'Write a whole number from 20 to 90.';
const ITEM_MINUTES = 'Write a whole number from 1 to 90.';

/** The complaint that a screen reader says about a field, and whether the eye finds it beside the field. */
const complaint = (input: Locator) =>
  input.evaluate((element) => {
    const root = element.getRootNode() as ShadowRoot;
    const ids = (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
    const wrong = ids.map((id) => root.getElementById(id)).filter((told) => told?.classList.contains('complaint'));
    return {
      text: wrong.map((told) => told!.textContent).join(' '),
      invalid: element.getAttribute('aria-invalid'),
      isBeside: wrong.every((told) => {
        const [field, words] = [element.getBoundingClientRect(), told!.getBoundingClientRect()];
        return words.height > 0 && words.top - field.bottom < 60 && words.top >= field.top;
      }),
    };
  });

const expectWrong = (input: Locator, text: string) => expect.poll(() => complaint(input)).toEqual({ text, invalid: 'true', isBeside: true });
const expectRight = (input: Locator) => expect.poll(() => complaint(input)).toEqual({ text: '', invalid: null, isBeside: true });
const submit = (page: Page) => button(page, 'Plan this session').click();

test('empty form names what is missing beside each field', async ({ stage }) => {
  const page = await stage.open();
  const seller = field(page, 'Who will you coach?');
  await button(page, 'Plan a session').click();
  await submit(page);
  await expectWrong(seller, 'Write the name of the seller.');
  await expectWrong(field(page, 'Date'), 'Choose a date.');
  await expectWrong(field(page, 'Time'), 'Choose a time.');
  await expect(seller, 'the keyboard goes to the first').toBeFocused();
  await seller.fill('Lee');
  await expectRight(seller);
  await expectWrong(field(page, 'Date'), 'Choose a date.');
  await seller.fill('   ');
  await submit(page);
  await expectWrong(seller, 'Write the name of the seller.');
  await expect(seller).toHaveValue('   ');
});

test('form that was not sent off has no complaint', async ({ stage }) => {
  const page = await stage.open();
  await button(page, 'Plan a session').click();
  await field(page, 'Who will you coach?').fill(LONG);
  await page.keyboard.press('Tab');
  await stage.pass(5 * SECOND);
  await expect(widget(page).locator('.complaint')).toHaveCount(0);
});

test('minutes not from 20 to 90 are refused and stay as typed', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, 'Change').click();
  const minutes = field(page, 'Minutes');
  for (const typed of ['19', '91', 'abc', '45.5', '', '-30', '4 5', '1e2', '65581', '９０']) {
    await minutes.fill(typed);
    await button(page, 'Show less').click();
    await submit(page);
    await expectWrong(minutes, MINUTES);
    await expect(minutes).toHaveValue(typed);
    await expect(minutes, 'the line of defaults opens for it').toBeFocused();
    await minutes.fill(' 90 ');
    await expectRight(minutes);
  }
  await submit(page);
  await expect(page.locator('.plan .sum')).toHaveText('90 minutes');
});

test('text of 2001 characters is refused and of 2000 taken', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page, { seller: LONG, date: '2026-05-05', time: '10:00' });
  await field(page, /^Your name/).fill(LONG);
  await button(page, 'Change').click();
  await field(page, /^Place/).fill(LONG);
  await submit(page);
  const labels = ['Who will you coach?', /^Your name/, /^Place/];
  for (const label of labels) {
    await expectWrong(field(page, label), TOO_LONG);
    await expect(field(page, label)).toHaveValue(LONG);
  }
  for (const label of labels) {
    await field(page, label).fill(LONG.slice(1));
    await expectRight(field(page, label));
  }
  await submit(page);
  await expect(heading(page, `${LONG.slice(1)} with ${LONG.slice(1)}`)).toBeVisible();
});

test('refused text survives a reload and is refused again', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, 'Change').click();
  await field(page, 'Minutes').fill('abc');
  await submit(page);
  await expectWrong(field(page, 'Minutes'), MINUTES);
  await stage.reload(page);
  await expect(field(page, 'Minutes')).toHaveValue('abc');
  await submit(page);
  await expectWrong(field(page, 'Minutes'), MINUTES);
});

test('agenda with wrong fields complains beside each', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Edit the agenda').click();
  const [name, minutes, promise] = [field(page, 'Name of item 2'), field(page, 'Minutes of item 2'), field(page, 'Minutes of item 4')];
  for (const typed of ['0', '91', 'abc', '4.5', '', '-3']) {
    await minutes.fill(typed);
    await expectWrong(minutes, ITEM_MINUTES);
    await expect(minutes).toHaveValue(typed);
  }
  await promise.fill('4');
  await expectWrong(promise, 'Write a whole number from 5 to 90.');
  for (const [typed, words] of [['', 'Give the item a name.'], ['  ', 'Give the item a name.'], [LONG, TOO_LONG]] as const) {
    await name.fill(typed);
    await expectWrong(name, words);
    await expect(name).toHaveValue(typed);
  }
  await expect(page.locator('.edit-sum .sum')).toHaveText('45 minutes');
  await minutes.fill('21');
  await expectRight(minutes);
  await expectWrong(name, TOO_LONG);
  await expectWrong(promise, 'Write a whole number from 5 to 90.');
  await button(page, 'Undo: item edited').click();
  await expectRight(name);
  await expectRight(promise);
  await expect(name).toHaveValue('First opportunity');
});

test('complaint of a moved item goes with it', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Edit the agenda').click();
  await field(page, 'Minutes of item 3').fill('abc');
  await expectWrong(field(page, 'Minutes of item 3'), ITEM_MINUTES);
  await button(page, 'Move up: Second opportunity').click();
  await expect(field(page, 'Name of item 2')).toHaveValue('Second opportunity');
  await expectWrong(field(page, 'Minutes of item 2'), ITEM_MINUTES);
  await expect(field(page, 'Minutes of item 2')).toHaveValue('abc');
  await expectRight(field(page, 'Minutes of item 3'));
});

test('agenda with a wrong field stays open with the keyboard there', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Edit the agenda').click();
  const minutes = field(page, 'Minutes of item 2');
  await minutes.fill('300');
  await button(page, 'Done').click();
  await expectWrong(minutes, ITEM_MINUTES);
  await expect(minutes).toHaveValue('300');
  await expect(minutes).toBeFocused();
  // The wrong number is selected, so the right one only has to be typed.
  await page.keyboard.type('20');
  await expect(minutes).toHaveValue('20');
  await expectRight(minutes);
  await button(page, 'Done').click();
  await expect(starter(page)).toBeVisible();
});

test('agenda that cannot be fitted says why', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Change date or place').click();
  await field(page, 'Minutes').fill('20');
  await button(page, 'Save the change').click();
  await button(page, 'Edit the agenda').click();
  for (let items = 0; items < 20; items += 1) await button(page, 'Add an item').click();
  await button(page, 'Fit it to 20 minutes').click();
  await expect(page.getByText(/^These items need at least \d+ minutes\. Take one out, or plan more time\.$/)).toBeVisible();
  await button(page, 'Undo: item added').click();
  await expect(page.getByText(/^These items need/)).toHaveCount(0);
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
    await field(page, /^Your name/).fill(text);
    await button(page, 'Change').click();
    await field(page, /^Place/).fill(text);
    await submit(page);
    await button(page, 'Edit the agenda').click();
    await field(page, 'Name of item 1').fill(text);
    await stage.pass(2 * SECOND);
    await stage.reload(page);
    await expect(field(page, 'Name of item 1')).toHaveValue(text);
    await button(page, 'Done').click();
    await expect(starter(page)).toBeVisible();
    await expectShown('the plan');
    await starter(page).click();
    await expect(digits(page)).toHaveText('3:00');
    await expect(caption(page)).toHaveText('of 3 min left');
    await expectShown('the session');
    expect(await page.locator('.item-title').textContent()).toBe(text);
    await button(page, 'End here').click();
    await expect(page.getByRole('table')).toBeVisible();
    await expectShown('the table');
    await button(page, 'All sessions').click();
    await expect(heading(page, 'Held')).toBeVisible();
    await stage.reload(page);
    expect(await page.locator('.row-who').textContent()).toBe(text);
    await rowButton(page, text.slice(0, 20)).click();
    await button(page, /^Plan the next one with /).click();
    await expect(field(page, 'Who will you coach?')).toHaveValue(text);
    expect(await page.evaluate(() => (globalThis as any).ran)).toBeUndefined();
    await expect(widget(page).locator('script, b')).toHaveCount(0);
  });
}
