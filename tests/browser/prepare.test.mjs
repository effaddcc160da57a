// Both prepare, on one machine: what each writes is kept, what is private is seen by nobody else, and
// the planned session says truthfully who is ready.

import assert from 'node:assert/strict';
import { PREFIX, button, comes, field, plan, says, scene, widget, starter } from './harness.mjs';

const SECRET = 'what nobody else may read';
const parties = (page) => page.locator('.parties li span').allInnerTexts();
const tick = (page, name) => page.getByRole('checkbox', { name });

/** The screen goes to somebody, who says so. */
const become = async (page, name) => {
  await button(page, `Prepare as ${name}`).click();
  await button(page, `I am ${name}`).click();
};

scene('A seller and a manager prepare, and the session has what they wrote where it is needed', async (stage) => {
  let page = await stage.open();
  await plan(page);
  await become(page, 'Lee Park');
  await page.getByText('I will ask before I tell.').waitFor();
  await field(page, 'What would help most?').fill('The pilot');
  await field(page, 'It worked if ...').fill('I know whom to ask');
  await button(page, 'Add a line').click();
  await page.keyboard.type('Three people were there');
  await button(page, 'Seen').click();
  await field(page, 'What should be left alone today?').fill('The price');
  await tick(page, 'This is my pick.').click();
  await field(page, 'Private note').fill(SECRET);
  page = await stage.reopen(page);
  // Who sits before a screen of two is not known after that.
  await button(page, 'I am Lee Park').waitFor();
  assert.equal((await widget(page).innerHTML()).includes(SECRET), false);
  await button(page, 'I am Lee Park').click();
  assert.equal(await field(page, 'What would help most?').inputValue(), 'The pilot');
  assert.equal(await tick(page, 'This is my pick.').getAttribute('aria-checked'), 'true');
  await button(page, 'It is coaching. I am ready').click();
  await comes(() => parties(page), (said) => said[0].startsWith('Lee Park is ready, as of '), 'readiness');

  await become(page, 'the manager');
  await page.getByText('It worked if: I know whom to ask').waitFor();
  assert.equal((await widget(page).innerText()).includes(SECRET), false);
  await field(page, 'Private note').fill('Ask, then wait');
  await button(page, 'I am ready to coach').click();
  await page.getByText('You both said that you are ready for coaching.').waitFor();
  await button(page, 'No').click();

  await starter(page).click();
  await page.getByText('Ask, then wait').waitFor();
  await button(page, /^Next: /).click();
  await page.getByText('It worked if: I know whom to ask').waitFor();
  await button(page, 'End here').click();
  await page.getByText('You had both said that you were ready for coaching.').waitFor();
});

scene('What is private is in no record of the session', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await become(page, 'Lee Park');
  await field(page, 'Private note').fill(SECRET);
  await tick(page, 'This is my pick.').click();
  await button(page, 'Keep it, not ready yet').click();
  await starter(page).waitFor();
  const holding = await page.evaluate((secret) => Object.keys(localStorage).filter((key) => localStorage[key].includes(secret)), SECRET);
  assert.equal(holding.length, 1);
  assert.match(holding[0], new RegExp(`^${PREFIX}private-seller/`));
});

scene('A preparation goes by keyboard alone', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, 'Prepare as Lee Park').focus();
  await page.keyboard.press('Enter');
  await button(page, 'I am Lee Park').focus();
  await page.keyboard.press('Enter');
  await field(page, 'What would help most?').focus();
  await page.keyboard.type('One line');
  await page.keyboard.press('Enter');
  await page.keyboard.type('and another');
  assert.equal(await field(page, 'What would help most?').inputValue(), 'One line\nand another');
  await tick(page, 'This is my pick.').focus();
  await page.keyboard.press('Space');
  await comes(() => tick(page, 'This is my pick.').getAttribute('aria-checked'), (checked) => checked === 'true', 'the tick');
  await says(page.locator('button:focus'), 'This is my pick.');
});

scene('What is held back looks it, comes back with it, and is shared again, by keyboard and at 320 px', { viewport: { width: 320, height: 740 } }, async (stage) => {
  let page = await stage.open();
  await plan(page);
  await become(page, 'Lee Park');
  await field(page, 'What would help most?').fill(SECRET);
  const hold = () => tick(page, `Only for me: ${SECRET}`);
  assert.ok((await hold().boundingBox()).height >= 44, 'high enough for a finger');
  await hold().focus();
  await page.keyboard.press('Space');
  await field(page, 'What stays with you').waitFor();
  // The keyboard stays where it is, and what is private is dashed and says so.
  await comes(() => hold().evaluate((own) => own.getRootNode().activeElement === own), Boolean, 'the focus');
  const thing = page.locator('.thing.private');
  assert.equal(await thing.evaluate((own) => getComputedStyle(own).borderTopStyle), 'dashed');
  await thing.getByText('Not in links or summaries. Only in a backup you save.').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing to scroll sideways');
  page = await stage.reopen(page);
  await button(page, 'I am Lee Park').click();
  assert.equal(await hold().getAttribute('aria-checked'), 'true');
  await field(page, 'What would help most?').fill('The pilot');
  await button(page, 'It is coaching. I am ready').click();
  await starter(page).waitFor();
  const holding = () => page.evaluate((secret) => Object.keys(localStorage).filter((key) => localStorage[key].includes(secret)).map((key) => key.split('/')[2]), SECRET);
  await comes(holding, (names) => names.join() === 'private-seller', 'one record that holds it');

  await become(page, 'Lee Park');
  assert.equal(await field(page, 'What stays with you').inputValue(), SECRET);
  await hold().focus();
  await page.keyboard.press('Space');
  await comes(() => page.locator('.thing.private').count(), (count) => count === 0, 'nothing held back');
  await button(page, 'It is coaching. I am ready').click();
  await starter(page).waitFor();
  await comes(holding, (names) => names.join() === 'session', 'it is shared');
});
