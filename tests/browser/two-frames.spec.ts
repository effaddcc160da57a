// A whole exchange of manager and seller, each in a frame on a page of another site, with nothing between them but links
// that they copy and paste: neither ever opens the full page.

import {
  MINUTE, LEE,
  begin, begins, button, digits, expect, field, heading, letPass, like, next, row, say, test, widget,
  type Page, type Stage,
} from './fixtures';
import { OTHER, elsewhere } from './framed';
import { CALLED, CLIPBOARD, copied, invitationHeading, invite } from './links';
import { inFrame } from './way';

/** Opens the frame on the page of another site. */
async function openFrame(stage: Stage): Promise<Page> {
  const page = await inFrame(await stage.context.newPage(), OTHER);
  await page.addLocatorHandler(button(page, say('start-now')), (start) => start.click());
  await page.goto('');
  await expect(page.getByText(say('frame-apart')), 'the frame has a storage of its own').toBeVisible();
  return page;
}

/** Pastes a link into the list of a frame. */
async function paste(page: Page, link: string) {
  const home = button(page, say('back-home'));
  if (await home.count()) await home.first().click();
  await field(page, say('pasted-title')).fill(link);
  await field(page, say('pasted-title')).press('Enter');
}

test('manager and seller in two frames exchange all of a session', async ({ setStage }) => {
  test.slow();
  const desk = await setStage({ ...elsewhere, ...CLIPBOARD });
  const phone = await setStage({ ...elsewhere, ...CLIPBOARD, viewport: { width: 375, height: 740 }, hasTouch: true });
  const maria = await openFrame(desk);
  await invite(maria, desk);
  const invitation = await copied(maria);
  expect(invitation, 'the link leads to the full page').toContain('#cs=1.');
  expect(invitation.startsWith(OTHER)).toBe(false);

  const lee = await openFrame(phone);
  await paste(lee, invitation);
  await expect(invitationHeading(lee)).toBeVisible();
  await field(lee, say('topic-first')).fill('The pilot');
  await button(lee, like('it-is-coaching')).click();
  await paste(maria, await copied(lee));
  await expect(heading(maria, say('link-replied', { name: LEE }))).toBeVisible();
  await button(maria, say('file-take')).click();
  await expect(maria.getByText(say('says-topic', { name: LEE }))).toBeVisible();

  await begin(maria);
  await expect(digits(maria)).toBeVisible();
  await button(maria, begins('write-next-step')).first().click();
  await field(maria, say('next-step-label')).fill('Ask for the plan');
  await button(maria, LEE).click();
  await button(maria, say('keep')).click();
  while (!(await button(maria, say('finish')).count())) {
    await desk.pass(2 * MINUTE);
    await next(maria);
  }
  await letPass(maria);
  await button(maria, say('finish')).click();
  await button(maria, say('send-to', { name: LEE })).click();
  await paste(lee, await copied(maria));
  await expect(lee.getByText('Ask for the plan')).toBeVisible();
  await button(lee, say('file-take')).click();
  await button(lee, say('answer-own')).click();
  await button(lee, say('coaching')).click();
  await button(lee, say('answer-in')).click();
  await button(lee, say('send-to', { name: CALLED })).click();
  await paste(maria, await copied(lee));
  await button(maria, say('file-take')).click();
  await expect(maria.locator('.note-list').filter({ has: heading(maria, say('close-ask')) })).toBeVisible();

  // Each frame keeps its own storage over a reload, apart from that of the full page.
  for (const [page, name] of [[maria, LEE], [lee, CALLED]] as const) {
    await page.goto('');
    await expect(widget(page)).toContainText(name);
  }
  const full = await desk.open();
  await expect(row(full)).toHaveCount(0);
});
