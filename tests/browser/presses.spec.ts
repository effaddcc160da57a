// The number of presses that the journey of the two takes, as the walk-through states it.

import { readFileSync } from 'node:fs';
import {
  HOUR, MINUTE, LEE, PLAN, button, digits, expect, field, heading, letPass, like, next, say, starter, storedIn, NOW,
  type Locator, type Page,
} from './fixtures';
import { CALLED, CLIPBOARD, MANAGER, readClipboard, test } from './links';

/** The table of the walk-through: what somebody does, and the number of presses. */
function stated(): Record<string, number> {
  const text = readFileSync(new URL('../../docs/walk-through.md', import.meta.url), 'utf8');
  const [, table = ''] = text.split('## Presses');
  const rows = table.matchAll(/^\| ([^|]+) \| (\d+) \|$/gm);
  return Object.fromEntries([...rows].map(([, what = '', count]) => [what.trim(), Number(count)]));
}

test('walk-through states the presses that the journey takes', async ({ setStage }) => {
  test.slow();
  const counted: Record<string, number> = {};
  let what = '';
  const during = (name: string) => {
    what = name;
    counted[what] = 0;
  };
  const press = async (button: Locator) => {
    counted[what] = (counted[what] ?? 0) + 1;
    await button.click();
  };
  /** Presses a button that copies a message, and returns its text. */
  const copy = async (page: Page) => {
    await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
    await press(button(page, say('copy-words')));
    await expect.poll(() => readClipboard(page)).not.toBe('nothing yet');
    return readClipboard(page);
  };
  const linkIn = (text: string) => /\S+#cs=\S+/.exec(text)![0];

  const desk = await setStage(CLIPBOARD);
  let maria = await desk.open();
  during('Plan the first session');
  await press(button(maria, say('plan-one')));
  await field(maria, say('seller-label')).fill(PLAN.seller);
  await field(maria, say('own-name-label')).fill(MANAGER);
  await press(maria.getByRole('button', { name: /10:00/ }).first());
  await expect(starter(maria)).toBeVisible();

  during('Invite the seller');
  await press(button(maria, say('share-invite', { name: LEE })));
  const invitation = linkIn(await copy(maria));

  const phone = await setStage({ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, ...CLIPBOARD });
  const lee = await phone.open({ address: invitation });
  during('Answer the invitation');
  await field(lee, say('topic-first')).fill('The pilot');
  await press(button(lee, like('it-is-coaching')));
  const answer = linkIn(await copy(lee));

  during('Add the answer');
  maria = await desk.open({ address: answer });
  await press(button(maria, say('file-take')));

  during('Start the session');
  await desk.pass(HOUR);
  await press(starter(maria));
  await expect(digits(maria)).toBeVisible();

  during('Write a next step');
  await press(button(maria, say('write-next-step')));
  await field(maria, say('next-step-label')).fill('Call Dana');
  await maria.keyboard.press('Enter');
  await expect(maria.getByText('Call Dana').first()).toBeVisible();

  while (!(await button(maria, say('finish')).count())) {
    await desk.pass(2 * MINUTE);
    await next(maria);
  }
  during('Close the session');
  await press(button(maria, say('thats-right')));
  for (const [name, reply] of [[LEE, 'yes'], [LEE, 'coaching'], [CALLED, 'coaching']] as const) {
    await press(button(maria, say('labelled', { label: name, words: say(reply) })));
  }
  during('Plan the next session');
  await press(button(maria, like('just-date')).first());
  what = 'Close the session';
  await letPass(maria);
  await press(button(maria, say('finish')));

  during('Send the record and the next invitation');
  await press(button(maria, say('send-to', { name: LEE })));
  const record = linkIn(await copy(maria));

  expect(counted).toEqual(stated());

  // One message holds both: the phone shows what was held, and the next date.
  const after = await phone.open({ address: record });
  await expect(after.getByText('Call Dana').first()).toBeVisible();
  await button(after, say('file-take')).click();
  const next_ = after.locator('.note-list').filter({ has: heading(after, say('next-heading')) });
  await expect(next_.getByText(like('next-on'))).toBeVisible();
  await button(after, say('open-next')).click();
  await expect(button(after, say('prepare-own'))).toBeVisible();
});

/** Seconds that a person takes who knows the screen: to point and click, and to press a key at 48 words a minute. */
const PRESS = 1;
const KEY = 0.25;

const EIGHT = ['Ana', 'Ben', 'Cleo', 'Dov', 'Eve', 'Finn', 'Gil', 'Hana'];
const DAY = 24 * HOUR;

/** The table of the walk-through for a quarter: presses, keys and seconds. */
function statedOfQuarter(): Record<string, number[]> {
  const text = readFileSync(new URL('../../docs/walk-through.md', import.meta.url), 'utf8');
  const [, table = ''] = text.split('| a quarter for eight sellers |');
  const rows = table.matchAll(/^\| ([^|]+) \| (\d+) \| (\d+) \| ([\d.]+) \|$/gm);
  return Object.fromEntries([...rows].map(([, what = '', ...numbers]) => [what.trim(), numbers.map(Number)]));
}

test('walk-through states the presses of a quarter for eight', async ({ setStage }) => {
  test.slow();
  const counted: Record<string, number[]> = {};
  let [presses, keys, machine] = [0, 0, 0];
  const timed = async (step: () => Promise<unknown>) => {
    const start = performance.now();
    await step();
    machine += performance.now() - start;
  };
  const press = async (locator: Locator) => {
    presses += 1;
    await letPass(locator.page());
    await timed(() => locator.click({ timeout: 60_000 }));
  };
  const type = async (locator: Locator, text: string) => {
    await press(locator);
    keys += text.length;
    await timed(() => locator.pressSequentially(text, { timeout: 60_000 }));
  };
  const done = (what: string) => {
    counted[what] = [presses, keys, presses * PRESS + keys * KEY];
    console.log(`${what}: ${presses} presses, ${keys} keys, ${presses * PRESS + keys * KEY} s by hand, ${(machine / 1000).toFixed(1)} s machine and driver`);
    [presses, keys, machine] = [0, 0, 0];
  };
  const book = async (page: Page) => {
    await press(button(page, like('quarter-fill')));
    await press(page.locator('.way-on .primary'));
    await timed(() => expect(heading(page, say('quarter-booked'))).toBeVisible());
  };

  const desk = await setStage(CLIPBOARD);
  const page = await desk.open();
  await press(button(page, say('quarter-open')));
  await type(field(page, say('quarter-names')), EIGHT.join(', '));
  await type(field(page, say('own-name-label')), CALLED);
  await book(page);
  done('Book it, all eight new on this device');

  for (const name of EIGHT) {
    await press(page.locator('.way-on .primary'));
    await timed(() => expect.poll(() => readClipboard(page)).toContain(name));
  }
  done('Send all eight messages');
  await expect(page.locator('.send-row').filter({ hasText: /You copied it/ })).toHaveCount(EIGHT.length);

  await letPass(page);
  await button(page, say('quarter-done')).click();
  await expect(button(page, say('quarter-open'))).toBeVisible();

  // Next quarter the eight are known, and no dates of theirs are left.
  const later = await setStage({ records: await storedIn(page), time: NOW + 120 * DAY, ...CLIPBOARD });
  const next = await later.open();
  await press(button(next, say('quarter-open')));
  await book(next);
  done('Book it, all eight known');
  expect(counted).toEqual(statedOfQuarter());
});
