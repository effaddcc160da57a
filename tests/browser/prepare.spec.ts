// Both prepare, on one machine: each one's words are kept, private words are seen by nobody else, and
// the planned session says truthfully who is ready.

import { PREFIX, button, expect, field, keyboard, plan, starter, storedIn, test, widget, type Page } from './fixtures';

const SECRET = 'what nobody else may read';
const readiness = (page: Page) => page.locator('.parties li span');
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name });

/** Hands the screen to somebody, who confirms it. */
async function become(page: Page, name: string) {
  await button(page, `Prepare as ${name}`).click();
  await button(page, `I am ${name}`).click();
}

/** Names of stored records that hold the secret. */
const holding = async (page: Page) => {
  const stored = Object.entries(await storedIn(page));
  return stored.filter(([, record]) => record.includes(SECRET)).map(([name]) => name);
};

/** Kinds of stored records that hold the secret. */
const kindsHolding = async (page: Page) => (await holding(page)).map((name) => name.slice(PREFIX.length).split('/')[0]);

test('seller and manager prepare and the session shows their words', async ({ stage }) => {
  let page = await stage.open();
  await plan(page);
  await become(page, 'Lee Park');
  await expect(page.getByText('I will ask before I tell.')).toBeVisible();
  await field(page, 'What would help most?').fill('The pilot');
  await field(page, 'It worked if ...').fill('I know whom to ask');
  await button(page, 'Add a line').click();
  await page.keyboard.type('Three people were there');
  await button(page, 'Seen').click();
  await field(page, 'What should be left alone today?').fill('The price');
  await tick(page, 'This is my pick.').click();
  await field(page, 'Private note').fill(SECRET);
  page = await stage.reopen(page);
  // A page that was opened again does not know who sits before it.
  await expect(button(page, 'I am Lee Park')).toBeVisible();
  expect(await widget(page).innerHTML()).not.toContain(SECRET);
  await button(page, 'I am Lee Park').click();
  await expect(field(page, 'What would help most?')).toHaveValue('The pilot');
  await expect(tick(page, 'This is my pick.')).toBeChecked();
  await button(page, 'It is coaching. I am ready').click();
  await expect(readiness(page).first()).toHaveText(/^Lee Park is ready, as of /);

  await become(page, 'the manager');
  await expect(page.getByText('It worked if: I know whom to ask')).toBeVisible();
  expect(await widget(page).innerText()).not.toContain(SECRET);
  await field(page, 'Private note').fill('Ask, then wait');
  await button(page, 'I am ready to coach').click();
  await expect(page.getByText('You both said that you are ready for coaching.')).toBeVisible();
  await button(page, 'No').click();

  await starter(page).click();
  await expect(page.getByText('Ask, then wait')).toBeVisible();
  await button(page, /^Next: /).click();
  await expect(page.getByText('It worked if: I know whom to ask')).toBeVisible();
  await button(page, 'End here').click();
  await expect(page.getByText('You had both said that you were ready for coaching.')).toBeVisible();
});

test('private words are in no record of the session', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await become(page, 'Lee Park');
  await field(page, 'Private note').fill(SECRET);
  await tick(page, 'This is my pick.').click();
  await button(page, 'Keep it, not ready yet').click();
  await expect(starter(page)).toBeVisible();
  expect(await holding(page)).toEqual([expect.stringMatching(new RegExp(`^${PREFIX}private-seller/`))]);
});

test('preparation by keyboard alone works', async ({ stage }) => {
  const page = await stage.open();
  const topic = field(page, 'What would help most?');
  await plan(page);
  await button(page, 'Prepare as Lee Park').focus();
  await page.keyboard.press('Enter');
  await button(page, 'I am Lee Park').focus();
  await page.keyboard.press('Enter');
  await topic.focus();
  await page.keyboard.type('One line');
  await page.keyboard.press('Enter');
  await page.keyboard.type('and another');
  await expect(topic).toHaveValue('One line\nand another');
  await tick(page, 'This is my pick.').focus();
  await page.keyboard.press('Space');
  await expect(tick(page, 'This is my pick.')).toBeChecked();
  await expect(keyboard(page)).toHaveText('This is my pick.');
});

test('topic held back is private until it is shared again', async ({ setStage }) => {
  const stage = await setStage({ viewport: { width: 320, height: 740 } });
  let page = await stage.open();
  const hold = () => tick(page, `Only for me: ${SECRET}`);
  const heldBack = () => page.locator('.thing.private');
  await plan(page);
  await become(page, 'Lee Park');
  await field(page, 'What would help most?').fill(SECRET);
  expect((await hold().boundingBox())!.height, 'high enough for a finger').toBeGreaterThanOrEqual(44);
  await hold().focus();
  await page.keyboard.press('Space');
  await expect(field(page, 'What stays with you')).toBeVisible();
  await expect(hold(), 'the keyboard stays where it is').toBeFocused();
  await expect(heldBack()).toHaveCSS('border-top-style', 'dashed');
  await expect(heldBack().getByText('Not in links or summaries. Only in a backup you save.')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing to scroll sideways').toBe(true);
  page = await stage.reopen(page);
  await button(page, 'I am Lee Park').click();
  await expect(hold()).toBeChecked();
  await field(page, 'What would help most?').fill('The pilot');
  await button(page, 'It is coaching. I am ready').click();
  await expect(starter(page)).toBeVisible();
  await expect.poll(() => kindsHolding(page)).toEqual(['private-seller']);

  await become(page, 'Lee Park');
  await expect(field(page, 'What stays with you')).toHaveValue(SECRET);
  await hold().focus();
  await page.keyboard.press('Space');
  await expect(heldBack()).toHaveCount(0);
  await button(page, 'It is coaching. I am ready').click();
  await expect(starter(page)).toBeVisible();
  await expect.poll(() => kindsHolding(page)).toEqual(['session']);
});
