// The coaching types in the form, by mouse and by keyboard alone, and the questions of the session.

import {
  MINUTE, SECOND,
  boxOf, button, dataOf, digits, expect, field, fillForm, heading, keyboard, next, plan, radio, start, starter, storedIn, test,
  type Page,
} from './fixtures';

const line = (page: Page) => page.locator('.defaults-line');
const question = (page: Page) => page.locator('.prompt-words');

const OPENING = 'Of all you could bring, why this?';

/** The questions that are marked as asked in the one stored session. */
const asked = async (page: Page) => dataOf(await storedIn(page), 'session/').manager[0].content.asked;

const TYPES = [
  { choices: ['Early opportunity'], type: 'Early opportunity', item: 'First opportunity', asks: 'Who feels this problem most, and what does it cost them?' },
  { choices: ['Late opportunity'], type: 'Late opportunity', item: 'What could stop it', asks: 'It is spring and they bought nothing: tell me the story.' },
  { choices: ['Call'], type: 'Before a call', item: 'Aim and people', asks: 'What should the customer do afterwards that they would not do otherwise?' },
  { choices: ['Call', 'After a call'], type: 'After a call', item: 'Replay', asks: 'Take me to the minute that mattered.' },
  { choices: ['Account'], type: 'Account', item: 'Standing', asks: 'What are they after this year that is not about us?' },
  { choices: ['Territory'], type: 'Territory', item: 'Where effort goes', asks: 'What does your calendar say that your plan does not?' },
];

for (const { choices, type, item, asks } of TYPES) {
  test(`session of type ${type} comes to its own questions`, async ({ stage }) => {
    const page = await stage.open();
    await fillForm(page);
    await button(page, 'Change').click();
    for (const choice of choices) await radio(page, choice).check();
    await expect(line(page)).toHaveText(`${type}, 45 minutes`);
    await button(page, 'Plan this session').click();
    await starter(page).click();
    await expect(digits(page)).toBeVisible();
    await expect(question(page)).toHaveText(OPENING);
    await next(page);
    await expect(heading(page, item)).toBeVisible();
    await expect(question(page)).toHaveText(asks);
    await expect(page.locator('.kicker').first()).toHaveText(`Coaching session · ${type}`, { ignoreCase: true });
  });
}

test('type by keyboard alone keeps the keyboard in the group', { tag: '@engines' }, async ({ stage }) => {
  const page = await stage.open();
  const chosen = async (key: string, choice: string) => {
    await page.keyboard.press(key);
    await expect(radio(page, choice)).toBeFocused();
  };
  await fillForm(page);
  await button(page, 'Change').focus();
  await chosen('Enter', 'Early opportunity');
  await chosen('ArrowDown', 'Late opportunity');
  await expect(line(page)).toHaveText('Late opportunity, 45 minutes');
  await chosen('ArrowDown', 'Call');
  await expect(line(page)).toHaveText('Before a call, 45 minutes');
  await chosen('Tab', 'Before a call');
  await chosen('ArrowDown', 'After a call');
  await expect(line(page)).toHaveText('After a call, 45 minutes');
  await chosen('Shift+Tab', 'Call');
  await chosen('ArrowUp', 'Late opportunity');
  await expect(line(page)).toHaveText('Late opportunity, 45 minutes');
  await expect(radio(page, 'After a call')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(starter(page)).toBeVisible();
  await expect(page.locator('.plan').getByText('Path to yes')).toBeVisible();
});

test('chosen type survives a reload and is offered again', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  await button(page, 'Change').click();
  await radio(page, 'Call').check();
  await radio(page, 'After a call').check();
  await stage.pass(3 * SECOND);
  await stage.reload(page);
  await expect(radio(page, 'After a call')).toBeChecked();
  await button(page, 'Plan this session').click();
  await button(page, 'All sessions').click();
  await fillForm(page);
  await expect(line(page)).toHaveText('After a call, 45 minutes');
  await field(page, 'Who will you coach?').fill('Ana');
  await expect(line(page)).toHaveText('Early opportunity, 45 minutes');
});

test('passed and asked questions survive a reload', { tag: '@engines' }, async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'No').click();
  await starter(page).click();
  await expect(question(page)).toHaveText(OPENING);
  await expect(page.getByText('Listen for: a stake, not a duty.')).toBeVisible();
  await button(page, 'Another').click();
  await expect(question(page)).toHaveText('What do you want in your hand when we stop?');
  expect(await asked(page)).toBeUndefined();
  await button(page, 'Asked').click();
  await expect(question(page)).toHaveText('What have you tried?');
  await expect(button(page, 'Asked')).toBeFocused();
  await stage.pass(MINUTE);
  await stage.reload(page);
  await expect(question(page)).toHaveText('What have you tried?');
  expect(await asked(page)).toEqual(['0/item.open.2']);
  await expect(button(page, 'Undo the start'), 'a question is no step of the clock').toHaveCount(1);
});

test('last question asked is told with the keyboard there', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await button(page, 'Asked').focus();
  for (let count = 0; count < 5; count += 1) {
    if (count === 4) await expect(button(page, 'Another')).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Enter');
  }
  await expect(question(page)).toHaveText('All asked. Stay with the answer that matters most.');
  await expect(keyboard(page)).toHaveText(/^All asked/);
  await expect(button(page, 'Asked')).toHaveCount(0);
});

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('clock and question fit into one window', async ({ stage }) => {
    const page = await stage.open();
    await plan(page);
    await button(page, 'No').click();
    await starter(page).click();
    await page.getByRole('timer').evaluate((face) => face.scrollIntoView());
    const face = await boxOf(page.getByRole('timer'));
    const asks = await boxOf(question(page));
    const controls = await boxOf(page.locator('.controls'));
    expect(face.y).toBeGreaterThanOrEqual(0);
    expect(face.y + face.height, 'the clock stands above').toBeLessThanOrEqual(asks.y);
    expect(asks.y + asks.height, 'and the question above the buttons').toBeLessThanOrEqual(controls.y);
  });
});
