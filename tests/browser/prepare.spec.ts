// Both prepare, on one machine: each one's words are kept, private words are seen by nobody else, and
// the planned session says truthfully who is ready.

import {
  PREFIX,
  begin, button, expect, field, keyboard, like, next, plan, say, starter, storedIn, test, widget,
  type Page,
} from './fixtures';

const SECRET = 'what nobody else may read';
const readiness = (page: Page) => page.locator('.before .question, .parties li span');
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name });

/** Hands the screen to somebody, who confirms it. */
async function become(page: Page, name: string) {
  await button(page, name === say('manager-unknown') ? say('prepare-own') : say('prepare-as', { name })).click();
  await button(page, say('i-am', { name })).click();
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
  await become(page, 'Lee');
  await field(page, say('topic-first')).fill('The pilot');
  await field(page, say('worked-if-label')).fill('I know whom to ask');
  await button(page, say('evidence-add')).click();
  await page.keyboard.type('Three people were there');
  await button(page, say('seen')).click();
  await field(page, say('leave-label')).fill('The price');
  await tick(page, say('check-my-pick')).click();
  await field(page, say('note-label')).fill(SECRET);
  page = await stage.reopen(page);
  // A page that was opened again does not know who sits before it.
  await expect(button(page, say('i-am', { name: 'Lee' }))).toBeVisible();
  expect(await widget(page).innerHTML()).not.toContain(SECRET);
  await button(page, say('i-am', { name: 'Lee' })).click();
  await expect(field(page, say('topic-first'))).toHaveValue('The pilot');
  await expect(tick(page, say('check-my-pick'))).toBeChecked();
  await button(page, say('ready-seller')).click();
  await expect(readiness(page).first()).toHaveText(like('ready', { name: 'Lee' }));

  await become(page, say('manager-unknown'));
  await expect(page.getByText(say('worked-if', { words: 'I know whom to ask' }))).toBeVisible();
  expect(await widget(page).innerText()).not.toContain(SECRET);
  await field(page, say('note-label')).fill('Ask, then wait');
  await button(page, say('ready-manager')).click();
  await expect(page.getByText(say('both-ready'))).toBeVisible();
  await button(page, say('no')).click();

  await begin(page);
  await expect(page.getByText('Ask, then wait')).toBeVisible();
  await next(page);
  await expect(page.locator('.item > .line').getByText(say('worked-if', { words: 'I know whom to ask' }))).toBeVisible();
  await button(page, say('end-early')).click();
  await expect(page.getByText(like('held-ready'))).toBeVisible();
});

test('private words are in no record of the session', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await become(page, 'Lee');
  await field(page, say('note-label')).fill(SECRET);
  await tick(page, say('check-my-pick')).click();
  await button(page, say('not-ready')).click();
  await expect(starter(page)).toBeVisible();
  expect(await holding(page)).toEqual([expect.stringMatching(new RegExp(`^${PREFIX}private-seller/`))]);
});

test('preparation by keyboard alone works', async ({ stage }) => {
  const page = await stage.open();
  const topic = field(page, say('topic-first'));
  await plan(page);
  await button(page, say('prepare-as', { name: 'Lee' })).focus();
  await page.keyboard.press('Enter');
  await button(page, say('i-am', { name: 'Lee' })).focus();
  await page.keyboard.press('Enter');
  await topic.focus();
  await page.keyboard.type('One line');
  await page.keyboard.press('Enter');
  await page.keyboard.type('and another');
  await expect(topic).toHaveValue('One line\nand another');
  await tick(page, say('check-my-pick')).focus();
  await page.keyboard.press('Space');
  await expect(tick(page, say('check-my-pick'))).toBeChecked();
  await expect(keyboard(page)).toHaveText(say('check-my-pick'));
});

test('topic held back is private until it is shared again', async ({ setStage }) => {
  const stage = await setStage({ viewport: { width: 320, height: 740 } });
  let page = await stage.open();
  const hold = () => tick(page, say('labelled', { label: say('only-for-me'), words: SECRET }));
  const heldBack = () => page.locator('.thing.private');
  await plan(page);
  await become(page, 'Lee');
  await field(page, say('topic-first')).fill(SECRET);
  expect((await hold().boundingBox())!.height, 'high enough for a finger').toBeGreaterThanOrEqual(44);
  await hold().focus();
  await page.keyboard.press('Space');
  await expect(field(page, say('topic-held'))).toBeVisible();
  await expect(hold(), 'the keyboard stays where it is').toBeFocused();
  await expect(heldBack()).toHaveCSS('border-top-style', 'dashed');
  await expect(heldBack().getByText(say('note-lead'))).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing to scroll sideways').toBe(true);
  page = await stage.reopen(page);
  await button(page, say('i-am', { name: 'Lee' })).click();
  await expect(hold()).toBeChecked();
  await field(page, say('topic-first')).fill('The pilot');
  await button(page, say('ready-seller')).click();
  await expect(starter(page)).toBeVisible();
  await expect.poll(() => kindsHolding(page)).toEqual(['private-seller']);

  await become(page, 'Lee');
  await expect(field(page, say('topic-held'))).toHaveValue(SECRET);
  await hold().focus();
  await page.keyboard.press('Space');
  await expect(heldBack()).toHaveCount(0);
  await button(page, say('ready-seller')).click();
  await expect(starter(page)).toBeVisible();
  await expect.poll(() => kindsHolding(page)).toEqual(['session']);
});
