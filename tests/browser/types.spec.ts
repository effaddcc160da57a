// The coaching types in the form, by mouse and by keyboard alone, and the questions of the session.

import {
  MINUTE, SECOND,
  begin, boxOf, button, dataOf, digits, expect, field, fillForm, heading, keyboard, next, plan, radio, say, start,
  starter, storedIn, test,
  type Page,
} from './fixtures';

const line = (page: Page) => page.locator('.defaults-line');
const question = (page: Page) => page.locator('.prompt-words');

const OPENING = say('item-open-question-1');

/** The questions that are marked as asked in the one stored session. */
const asked = async (page: Page) => dataOf(await storedIn(page), 'session/').manager[0].content.asked;

const TYPES = [
  { choices: [say('type-opportunity-early')], type: say('type-opportunity-early'), item: say('early-first'), asks: say('early-worth-question-1') },
  { choices: [say('type-opportunity-late')], type: say('type-opportunity-late'), item: say('late-stop'), asks: say('late-stop-question-1') },
  { choices: [say('type-call')], type: say('type-call-before'), item: say('call-aim'), asks: say('call-aim-question-1') },
  { choices: [say('type-call'), say('type-call-after')], type: say('type-call-after'), item: say('call-replay'), asks: say('call-replay-question-1') },
  { choices: [say('type-account')], type: say('type-account'), item: say('account-standing'), asks: say('account-standing-question-1') },
  { choices: [say('type-territory')], type: say('type-territory'), item: say('territory-effort'), asks: say('territory-effort-question-1') },
];

for (const { choices, type, item, asks } of TYPES) {
  test(`session of type ${type} comes to its own questions`, async ({ stage }) => {
    const page = await stage.open();
    await fillForm(page);
    await button(page, say('defaults-change')).click();
    for (const choice of choices) await radio(page, choice).check();
    await expect(line(page)).toHaveText(`${type}, 45 minutes`);
    await button(page, say('form-submit')).click();
    await begin(page);
    await expect(digits(page)).toBeVisible();
    await expect(question(page)).toHaveText(OPENING);
    await next(page);
    await expect(heading(page, item)).toBeVisible();
    await expect(question(page)).toHaveText(asks);
    await expect(page.locator('.kicker').first()).toHaveText(say('session-kicker', { 'coaching-type': type }), { ignoreCase: true });
  });
}

test('type by keyboard alone keeps the keyboard in the group', { tag: '@engines' }, async ({ stage }) => {
  const page = await stage.open();
  const chosen = async (key: string, choice: string) => {
    await page.keyboard.press(key);
    await expect(radio(page, choice)).toBeFocused();
  };
  await fillForm(page);
  await button(page, say('defaults-change')).focus();
  await chosen('Enter', say('type-opportunity-early'));
  await chosen('ArrowDown', say('type-opportunity-late'));
  await expect(line(page)).toHaveText(say('defaults', { 'coaching-type': say('type-opportunity-late'), minutes: 45 }));
  await chosen('ArrowDown', say('type-call'));
  await expect(line(page)).toHaveText(say('defaults', { 'coaching-type': say('type-call-before'), minutes: 45 }));
  await chosen('Tab', say('type-call-before'));
  await chosen('ArrowDown', say('type-call-after'));
  await expect(line(page)).toHaveText(say('defaults', { 'coaching-type': say('type-call-after'), minutes: 45 }));
  await chosen('Shift+Tab', say('type-call'));
  await chosen('ArrowUp', say('type-opportunity-late'));
  await expect(line(page)).toHaveText(say('defaults', { 'coaching-type': say('type-opportunity-late'), minutes: 45 }));
  await expect(radio(page, say('type-call-after'))).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(starter(page)).toBeVisible();
  await expect(page.locator('.plan').getByText(say('late-yes'))).toBeVisible();
});

test('chosen type survives a reload and is offered again', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, say('defaults-change')).click();
  await radio(page, say('type-call')).check();
  await radio(page, say('type-call-after')).check();
  await stage.pass(3 * SECOND);
  await stage.reload(page);
  await expect(radio(page, say('type-call-after'))).toBeChecked();
  await button(page, say('form-submit')).click();
  await button(page, say('back-home')).click();
  await fillForm(page);
  await expect(line(page)).toHaveText(say('defaults', { 'coaching-type': say('type-call-after'), minutes: 45 }));
  await field(page, say('seller-label')).fill('Ana');
  await expect(line(page)).toHaveText(say('defaults', { 'coaching-type': say('type-opportunity-early'), minutes: 45 }));
});

test('passed and asked questions survive a reload', { tag: '@engines' }, async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('no')).click();
  await begin(page);
  await expect(question(page)).toHaveText(OPENING);
  await expect(page.getByText(say('listen-for', { answer: say('item-open-question-1.answer') }))).toBeVisible();
  await button(page, say('another')).click();
  await expect(question(page)).toHaveText(say('item-open-question-2'));
  expect(await asked(page)).toBeUndefined();
  await button(page, say('asked')).click();
  await expect(question(page)).toHaveText(say('item-open-question-3'));
  await expect(button(page, say('asked'))).toBeFocused();
  await stage.pass(MINUTE);
  await stage.reload(page);
  await expect(question(page)).toHaveText(say('item-open-question-3'));
  expect(await asked(page)).toEqual(['0/item.open.2']);
  await expect(button(page, say('clock-undo-start')), 'a question is no step of the clock').toHaveCount(1);
});

test('last question asked is told with the keyboard there', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await button(page, say('asked')).focus();
  for (let count = 0; count < 5; count += 1) {
    if (count === 4) await expect(button(page, say('another'))).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Enter');
  }
  await expect(question(page)).toHaveText(say('asked-all'));
  await expect(keyboard(page)).toHaveText(say('asked-all'));
  await expect(button(page, say('asked'))).toHaveCount(0);
});

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('clock and question fit into one window', async ({ stage }) => {
    const page = await stage.open();
    await plan(page);
    await button(page, say('no')).click();
    await begin(page);
    await page.getByRole('timer').evaluate((face) => face.scrollIntoView());
    const face = await boxOf(page.getByRole('timer'));
    const asks = await boxOf(question(page));
    const controls = await boxOf(page.locator('.controls'));
    expect(face.y).toBeGreaterThanOrEqual(0);
    expect(face.y + face.height, 'the clock stands above').toBeLessThanOrEqual(asks.y);
    expect(asks.y + asks.height, 'and the question above the buttons').toBeLessThanOrEqual(controls.y);
  });
});
