// The page without encryption, by a name that is no loopback, as on some intranets: browsers give it no locks between
// windows, no cipher, no clipboard and no service worker. The journey works, and a locked link says what it needs.

import {
  ADDRESS, LEE, PLAN,
  begin, button, digits, expect, field, heading, letPass, like, next, plan, rowButton, say, storedIn, widget,
  type Page, type Stage,
} from './fixtures';
import { CLIPBOARD, copied, invitationHeading, invite, lock, test } from './links';
import { PLAIN } from './settings';

const openPlain = async (stage: Stage, behind = ''): Promise<Page> => {
  const page = await stage.open({ address: PLAIN + behind });
  expect(await page.evaluate(() => [isSecureContext, 'locks' in navigator, 'clipboard' in navigator, Boolean(crypto.subtle)])).toEqual([false, false, false, false]);
  return page;
};

/** Presses the button that copies the link, and returns what the person pastes into the list. */
async function pasted(page: Page): Promise<string> {
  await button(page, say('copy-link')).click();
  await expect(page.getByText(say('summary-copied'))).toBeVisible();
  await button(page, say('back-home')).first().click();
  await field(page, say('pasted-title')).focus();
  await page.keyboard.press('Control+V');
  const link = await field(page, say('pasted-title')).inputValue();
  await field(page, say('pasted-title')).fill('');
  return link;
}

test('session is held from invitation to record over plain http', async ({ setStage }) => {
  test.slow();
  const desk = await setStage({ allowsLater: /./ });
  let maria = await openPlain(desk);
  await invite(maria, desk);
  await button(maria, say('other-ways')).click();
  await expect(field(maria, say('password-label')), 'no cipher, so no password is offered').toHaveCount(0);
  const invitation = await pasted(maria);
  expect(invitation.startsWith(`${PLAIN}#cs=1.`)).toBe(true);

  const phone = await setStage({ allowsLater: /./ });
  const lee = await openPlain(phone, invitation.slice(PLAIN.length));
  await expect(invitationHeading(lee)).toBeVisible();
  await field(lee, say('topic-first')).fill('The pilot');
  await button(lee, like('it-is-coaching')).click();
  const reply = await pasted(lee);

  maria = await openPlain(desk, reply.slice(PLAIN.length));
  await expect(heading(maria, say('link-replied', { name: LEE }))).toBeVisible();
  await button(maria, say('file-take')).click();
  await begin(maria);
  await expect(digits(maria)).toBeVisible();
  await letPass(maria);
  await next(maria);
  await button(maria, say('end-early')).click();
  await expect(maria.getByRole('table')).toBeVisible();
  maria = await desk.reload(maria);
  await expect(maria.getByRole('table'), 'all is there after a reload').toBeVisible();
});

test('two windows over plain http lose no word of each other', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /./ });
  const one = await openPlain(stage);
  await plan(one);
  const other = await openPlain(stage);
  await button(other, say('back-home')).or(rowButton(other)).first().click();
  await expect(widget(other)).toContainText('Lee');
  await button(one, say('back-home')).click();
  for (const [page, seller] of [[one, 'Ana Ruiz'], [other, 'Bo Lind']] as const) {
    const home = button(page, say('back-home'));
    if (await home.count()) await home.first().click();
    await plan(page, { ...PLAN, seller });
  }
  const names = JSON.stringify(await storedIn(one));
  for (const name of ['Lee Park', 'Ana Ruiz', 'Bo Lind']) expect(names).toContain(name);
});

test('locked link over plain http says what it needs', async ({ setStage, recordsAfter }) => {
  const safe = await setStage({ ...CLIPBOARD, records: await recordsAfter(invite) });
  const page = await safe.open();
  await expect(heading(page, say('share-invite', { name: LEE }))).toBeVisible();
  await lock(page, 'pässword');
  const link = await copied(page);
  const there = await openPlain(await setStage({ allowsLater: /./ }), link.slice(ADDRESS.length));
  await expect(widget(there)).toContainText(say('link-locked-never'));
});
