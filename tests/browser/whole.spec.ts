// The whole of a coaching session, for each type, from the first date to the next session's look back;
// and by two browsers that exchange files.

import { readFile } from 'node:fs/promises';
import {
  AGENDA, MINUTE, LEE, PLAN,
  begin, begins, boxOf, button, digits, expect, field, fillForm, heading, keyboard, letPass, like, plan, radio, row,
  rowButton, rowPage, say,
  starter, test, widget,
  type Page, type Stage,
} from './fixtures';

const TYPES = [
  { type: 'early opportunity', choices: [say('type-opportunity-early')] },
  { type: 'late opportunity', choices: [say('type-opportunity-late')] },
  { type: 'call, before it', choices: [say('type-call'), say('type-call-before')] },
  { type: 'call, after it', choices: [say('type-call'), say('type-call-after')] },
  { type: 'account', choices: [say('type-account')] },
  { type: 'territory', choices: [say('type-territory')] },
];

const list = (page: Page, name: string) => page.locator('.note-list').filter({ has: heading(page, name) });

/** Returns the answers at the close by who gave them, and asserts that the two stand side by side. */
async function together(page: Page) {
  const rows = list(page, say('close-ask')).getByRole('listitem').filter({ has: page.locator('.line') });
  await expect(rows.first()).toBeVisible();
  const answers: Record<string, string[]> = {};
  for (const row of await rows.all()) {
    const lines = await row.locator('.line').all();
    for (const line of lines) {
      const [said = '', who = ''] = (await line.innerText()).split('\n');
      (answers[who] ??= []).push(said);
    }
    const [first, second] = await Promise.all(lines.map(boxOf));
    if (first && second) {
      expect(second.y, 'in one row').toBe(first.y);
      expect(second.x, 'side by side').toBeGreaterThan(first.x + first.width);
    }
  }
  return answers;
}

/** Goes on through the agenda until the last item is on, and returns the names of all items. */
async function toTheClose(stage: Stage, page: Page): Promise<string[]> {
  const names = [await page.locator('#item-title').innerText()];
  while (!(await button(page, say('finish')).count())) {
    await stage.pass(2 * MINUTE);
    const next = button(page, like('next'));
    const name = await next.locator('.next-title').innerText();
    await next.click();
    await expect(page.locator('#item-title')).toHaveText(name);
    names.push(name);
  }
  return names;
}

/** Answers at the close as that party, from the screen that was handed over. */
async function answer(page: Page, name: string, choices: string[], differently?: string) {
  await button(page, say('i-am', { name: name === say('manager-unknown') ? say('manager-unknown') : name })).click();
  await reply(page, name, choices, differently);
}

/** Answers at the close, on the screen of that party. */
async function reply(page: Page, name: string, choices: string[], differently?: string) {
  await expect(heading(page, say('close-heading', { name }))).toBeVisible();
  for (const choice of choices) await button(page, choice).click();
  if (differently !== undefined) await field(page, say('ask-differently')).fill(differently);
  await button(page, say('answer-in')).click();
}

for (const { type, choices } of TYPES) {
  test(`whole session, ${type}, is held and looked back on`, { tag: type.startsWith('call') ? '@engines' : [] }, async ({ stage }) => {
    const page = await stage.open();
    await fillForm(page);
    await field(page, say('own-name-label')).fill('Maria');
    await button(page, say('defaults-change')).click();
    for (const choice of choices) await radio(page, choice).check();
    await button(page, say('form-submit')).click();

    await button(page, say('prepare-as', { name: LEE })).click();
    await button(page, say('i-am', { name: LEE })).click();
    await field(page, say('topic-first')).fill('The pilot');
    await field(page, say('worked-if-label')).fill('I know whom to ask');
    await button(page, say('evidence-add')).click();
    await page.getByRole('textbox', { name: say('evidence-label') }).fill('Three people were in the room');
    await button(page, say('seen')).click();
    await field(page, say('note-label')).fill('Nobody reads this of the seller');
    await button(page, say('ready-seller')).click();
    await button(page, say('prepare-own')).click();
    await button(page, say('i-am', { name: 'Maria' })).click();
    await expect(page.getByText(say('worked-if', { words: 'I know whom to ask' }))).toBeVisible();
    await page.getByRole('checkbox', { name: say('check-read', { seller: LEE }) }).click();
    await field(page, say('note-label')).fill('Nobody reads this of the manager');
    await button(page, say('ready-manager')).click();
    await expect(page.getByText(say('both-ready'))).toBeVisible();
    await button(page, say('no')).click();

    await begin(page);
    await expect(digits(page)).toBeVisible();
    await button(page, begins('write-next-step')).click();
    await field(page, say('next-step-label')).fill('Call Dana');
    await field(page, say('first-step-label')).fill('Find the number');
    await button(page, say('keep')).click();
    const items = await toTheClose(stage, page);
    expect(items.slice(-2)).toEqual([say('item-next-steps'), say('item-close')]);
    expect(items[0]).toBe(say('item-open'));
    await button(page, say('thats-right')).click();

    await button(page, say('hand-over-to', { name: LEE })).click();
    await answer(page, LEE, [say('partly'), say('just-talking')], 'The quiet room');
    // The screen has gone on to the one whose answer is missing, and shows nothing of the other one's.
    await expect(button(page, say('i-am', { name: 'Maria' }))).toBeVisible();
    expect(await widget(page).innerHTML()).not.toContain('The quiet room');
    await answer(page, 'Maria', [say('coaching')]);
    expect(await together(page)).toEqual({
      [LEE]: [say('just-talking'), say('partly'), 'The quiet room'],
      Maria: [say('coaching')],
    });

    const slots = button(page, like('just-date'));
    await expect(slots).toHaveCount(1);
    await slots.first().click();
    await expect(list(page, say('next-heading')).getByText(like('next-on'))).toBeVisible();
    await letPass(page);
    await button(page, say('finish')).click();
    await button(page, say('summary-read')).click();
    await expect(page.locator('.summary').getByText('Call Dana').first()).toBeVisible();
    await expect(page.locator('.paper'), 'the answers stay with the two').not.toContainText(say('just-talking'));
    await expect(page.locator('.paper')).toContainText(say('summary-foot'));
    await expect(page.locator('.paper'), 'the private note stays with Maria').not.toContainText('Nobody reads this');

    await button(page, say('back-home')).click();
    await button(page, say('home-of', { seller: PLAN.seller })).click();
    await expect(list(page, say('next-steps')).getByText(`${LEE}: Call Dana`)).toBeVisible();
    await page.locator('.row-open').first().click();
    await begin(page);
    await letPass(page);
    await button(page, say('next', { title: say('item-look-back') })).click();
    await button(page, say('labelled', { label: say('standing-done'), words: 'Call Dana' })).click();
    await stage.reload(page);
    await expect(button(page, say('labelled', { label: say('standing-done'), words: 'Call Dana' }))).toHaveAttribute('aria-pressed', 'true');
  });
}

/** Returns the bytes of the file that a button saves. */
async function saved(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return readFile(await download.path());
}

/** Takes in what another browser saved, from the list. */
async function takeIn(page: Page, buffer: Buffer, take = say('file-take')) {
  await field(page, say('open-file')).setInputFiles({ name: 'saved.json', mimeType: 'application/json', buffer });
  await button(page, take).click();
  await expect(page.getByText(like('file-brought-of', { file: 'saved.json' })).last()).toBeVisible();
}

test('session held by two browsers through files is the same', async ({ stage, setStage }) => {
  const elsewhere = await setStage();
  const manager = await stage.open();
  await plan(manager);
  const seller = await elsewhere.open();
  await takeIn(seller, await saved(manager, say('save-session')), say('file-take-as', { name: PLAN.seller }));
  await rowButton(seller, say('manager-unknown')).click();
  await expect(starter(seller), 'the session is held where it was planned').toHaveCount(0);
  await button(seller, say('prepare-own')).click();
  await field(seller, say('topic-first')).fill('The pilot');
  await field(seller, say('note-label')).fill('Nobody reads this');
  await button(seller, say('ready-seller')).click();
  const prepared = await saved(seller, say('save-session'));
  expect(prepared.toString('utf8')).not.toContain('Nobody reads this');

  await button(manager, say('back-home')).click();
  await takeIn(manager, prepared);
  await expect(row(manager).getByText('The pilot')).toBeVisible();
  await rowButton(manager).click();
  await expect(manager.getByText(like('ready', { name: LEE }))).toBeVisible();
  await begin(manager);
  await toTheClose(stage, manager);
  await button(manager, say('labelled', { label: LEE, words: say('just-talking') })).click();
  await letPass(manager);
  await button(manager, say('finish')).click();

  await button(seller, say('back-home')).click();
  // What Lee said aloud is in the manager's part, and in no file.
  await takeIn(seller, await saved(manager, say('save-session')));
  await rowPage(seller, say('manager-unknown')).click();
  await seller.locator('.row-open').first().click();
  await expect(list(seller, say('close-ask')).getByText(say('not-answered', { name: say('manager-unknown') }))).toBeVisible();
  await expect(widget(seller), 'the answers are in no file of a session').not.toContainText(say('just-talking'));
});

test('answers at the close are given by keyboard alone', async ({ setStage }) => {
  const stage = await setStage({ time: Date.parse('2026-05-05T10:00:00+02:00') });
  const page = await stage.open();
  await plan(page);
  await button(page, say('no')).click();
  await starter(page).focus();
  await page.keyboard.press('Enter');
  await expect(digits(page)).toBeVisible();
  for (let item = 1; item < AGENDA.length; item += 1) {
    await letPass(page);
    await button(page, like('next')).focus();
    await page.keyboard.press('Enter');
  }
  await button(page, say('hand-over-to', { name: LEE })).focus();
  await page.keyboard.press('Enter');
  await expect(button(page, say('i-am', { name: LEE }))).toBeVisible();
  await expect(keyboard(page), 'the keyboard is at the heading').toContainText(PLAN.seller);
  await button(page, say('i-am', { name: LEE })).focus();
  await page.keyboard.press('Enter');
  await button(page, say('coaching')).focus();
  await page.keyboard.press('Space');
  await expect(button(page, say('coaching'))).toHaveAttribute('aria-pressed', 'true');
  await expect(button(page, say('coaching')), 'a choice keeps the keyboard').toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(page, say('just-talking'))).toBeFocused();
});
