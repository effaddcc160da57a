// The number of presses that the journey of the two takes, as the walk-through states it.

import { readFileSync } from 'node:fs';
import {
  HOUR, MINUTE, LEE, PLAN, button, digits, expect, field, heading, letPass, like, next, say, starter,
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
