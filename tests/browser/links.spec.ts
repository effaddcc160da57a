// Two people on two machines, a desktop and a phone, with nothing between them but links: as they are
// copied, shared, photographed and locked.

import {
  ADDRESS, MINUTE, LEE, PLAN, SECOND,
  allDataOf, begin, begins, boxOf, button, digits, draftsIn, expect, field, heading, letPass, like, next, recordsByKey, say, starter,
  storedIn,
  type Given, type Page, type Stage,
} from './fixtures';
import { CALLED, COPY_WORDS, CLIPBOARD, MANAGER, copied, invitationHeading, invite, lock, scanned, test } from './links';

const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, ...CLIPBOARD };
const TOPIC = say('topic-first');

/** The most characters of an invitation behind the address: short enough for any mail or chat. */
const INVITATION_LIMIT = 250;

type SetStage = (given?: Given) => Promise<Stage>;

/** Sets the stages of both: the manager's desktop and the seller's phone. */
const setBoth = async (setStage: SetStage, phone: Given = {}) => ({
  desk: await setStage(CLIPBOARD),
  phone: await setStage({ ...PHONE, ...phone }),
});

/** Opens a link in a page of its own; the address does not keep it. */
async function follow(stage: Stage, link: string): Promise<Page> {
  const page = await stage.open({ address: link });
  await expect.poll(() => page.url()).not.toContain('cs=');
  return page;
}

/** Returns the data of all stored sessions. */
const sessionsIn = async (page: Page) => allDataOf(await storedIn(page), 'session/');

test('session goes through all its stages by links', async ({ setStage }) => {
  test.slow();
  const { desk, phone } = await setBoth(setStage);
  let maria = await desk.open();
  await invite(maria, desk);
  const invitation = await copied(maria);
  expect(invitation).toMatch(/^[^#]+#cs=1\./);
  expect(invitation.startsWith(`${ADDRESS}#`)).toBe(true);
  expect(invitation.length - ADDRESS.length).toBeLessThanOrEqual(INVITATION_LIMIT);

  // Invited: nothing is stored yet, and the button is in reach of a thumb.
  let lee = await follow(phone, invitation);
  const topic = field(lee, TOPIC);
  const send = button(lee, like('it-is-coaching'));
  await expect(invitationHeading(lee)).toBeVisible();
  expect(recordsByKey(await storedIn(lee))).not.toHaveProperty('settings');
  expect(await sessionsIn(lee)).toEqual([]);
  const reach = await boxOf(button(lee, say('not-yet-bring')));
  expect(reach.y + reach.height, 'the button is in reach').toBeLessThanOrEqual(740);
  expect((await boxOf(topic)).y, 'and so is the field').toBeLessThan(740 - 160);
  // A phone that dropped the tab opens the link again, with what was typed under it.
  await topic.fill('The pilot at Ward & Co');
  await phone.pass(2 * SECOND);
  const typed = await draftsIn(lee);
  expect(typed).toContain('The pilot');
  expect(typed).not.toContain('Maria');
  await phone.reload(lee);
  await expect(invitationHeading(lee)).toBeVisible();
  await expect(topic).toHaveValue('The pilot at Ward & Co');
  await send.click();
  await expect(heading(lee, say('share-reply', { name: CALLED }))).toBeVisible();
  const first = await copied(lee);
  expect(await sessionsIn(lee)).toHaveLength(1);

  // Answered.
  maria = await follow(desk, first);
  await expect(heading(maria, say('link-replied', { name: LEE }))).toBeVisible();
  await expect(maria.getByText('The pilot at Ward & Co')).toBeVisible();
  await button(maria, say('file-take')).click();
  await expect(maria.getByText(say('says-topic', { name: LEE }))).toBeVisible();

  // Moved.
  await button(maria, say('change-plan')).click();
  await field(maria, say('time-label')).fill('14:00');
  await button(maria, say('form-submit-change')).click();
  await expect(maria.getByText(say('says-topic', { name: LEE }))).toBeVisible();
  await button(maria, say('share-changed', { name: LEE })).click();
  lee = await follow(phone, await copied(maria));
  await expect(heading(lee, /^Moved to .*14:00$/)).toBeVisible();
  await button(lee, say('just-note')).click();
  await button(lee, say('prepare-own')).click();
  await button(lee, say('ready-seller')).click();
  await button(lee, say('send-to', { name: CALLED })).click();
  const second = await copied(lee);

  // Answered again, and the older answer opened after the newer one.
  for (const [link, told, press] of [
    [second, say('link-replied', { name: LEE }), 'file-take'],
    [first, say('link-older'), 'file-leave'],
    [second, say('link-known'), 'back-to-session'],
  ] as const) {
    maria = await follow(desk, link);
    await expect(heading(maria, told)).toBeVisible();
    await button(maria, say(press)).click();
  }
  await expect(maria.getByText(like('ready', { name: LEE }))).toBeVisible();

  // Held.
  await button(maria, say('no')).click();
  await begin(maria);
  await expect(digits(maria)).toBeVisible();
  await button(maria, begins('write-next-step')).first().click();
  await field(maria, say('next-step-label')).fill('Ask for the plan');
  await button(maria, LEE).click();
  await button(maria, say('keep')).click();
  for (let item = 0; item < 4; item += 1) {
    await desk.pass(2 * MINUTE);
    await next(maria);
  }
  await expect(button(maria, say('finish'))).toBeVisible();
  await button(maria, say('answer-as', { name: CALLED })).click();
  await button(maria, say('i-am', { name: CALLED })).click();
  await button(maria, say('coaching')).click();
  await button(maria, say('answer-in')).click();
  await expect(button(maria, say('is-here', { name: LEE })), 'Lee answers elsewhere').toBeVisible();
  await letPass(maria);
  await button(maria, say('finish')).click();
  await expect(button(maria, say('thats-right')), 'Lee has left').toHaveCount(0);
  await button(maria, say('send-to', { name: LEE })).click();
  const record = await copied(maria);

  // Answered at the close, each without the other's answer.
  lee = await follow(phone, record);
  await expect(lee.getByText('Ask for the plan')).toBeVisible();
  await button(lee, say('file-take')).click();
  const answers = lee.locator('.note-list').filter({ has: heading(lee, say('close-ask')) });
  await expect(answers.getByText(say('has-answered', { name: CALLED }))).toBeVisible();
  await expect(answers.getByText(say('coaching'), { exact: true }), 'blind until both are in').toHaveCount(0);
  await button(lee, say('answer-own')).click();
  await button(lee, say('just-talking')).click();
  await button(lee, say('answer-in')).click();
  await expect(answers.locator('.line').filter({ hasText: say('coaching') }).getByText(CALLED)).toBeVisible();
  await button(lee, say('send-to', { name: CALLED })).click();
  maria = await follow(desk, await copied(lee));
  await button(maria, say('file-take')).click();
  await expect(maria.locator('.line').filter({ hasText: say('just-talking') }).getByText(LEE)).toBeVisible();
  const sessions = await sessionsIn(maria);
  expect(sessions).toHaveLength(1);
  // How long an item took stays with Maria: a link says when all of it began and ended.
  for (const { manager } of sessions) {
    const [start] = manager[0].content.clock.log;
    for (const entry of manager[0].content.clock.log) if (entry.change !== 'ended') entry.at = start.at;
  }
  expect(sessions, 'both have the same in the end').toEqual(await sessionsIn(lee));
});

/** A share sheet that keeps what it was given in `globalThis.shared`. */
const shareSheet = () => {
  navigator.canShare = () => true;
  navigator.share = async (given) => {
    (globalThis as any).shared = given;
  };
};

test('answer handed to the share sheet opens at the manager', async ({ setStage }) => {
  const { desk, phone } = await setBoth(setStage, { init: shareSheet });
  const maria = await desk.open();
  await invite(maria, desk);
  const lee = await follow(phone, await copied(maria));
  await button(lee, say('not-yet-bring')).click();
  await button(lee, say('share-sheet')).click();
  await expect(lee.getByText(say('shared'))).toBeVisible();
  const shared = await lee.evaluate(() => (globalThis as any).shared);
  expect(shared.title).toMatch(new RegExp(`^${say('product')}: ${say('session-title', { seller: PLAN.seller, manager: MANAGER })}`));
  const answer = await follow(desk, shared.url);
  await expect(answer.getByText(say('says-brings-it', { name: LEE }))).toBeVisible();
});

test('QR code and pasted mail open the same invitation', async ({ setStage }) => {
  const { desk, phone } = await setBoth(setStage);
  const maria = await desk.open();
  await invite(maria, desk);
  await button(maria, say('other-ways')).click();
  await button(maria, say('picture-draw')).click();
  const link = await scanned(maria);
  expect(link).toBe(await copied(maria));
  const mail = await copied(maria, COPY_WORDS);
  expect(mail.split('\n'), 'the link stands on a line of its own').toContain(link);

  const lee = await phone.open();
  await field(lee, say('pasted-title')).fill(`> ${mail.replaceAll('\n', '\n> ')}`);
  await button(lee, say('open-it')).click();
  await expect(invitationHeading(lee)).toBeVisible();
});

test('locked link opens with its password alone', async ({ setStage }) => {
  const { desk, phone } = await setBoth(setStage);
  const maria = await desk.open();
  await invite(maria, desk);
  await lock(maria, 'Zwölf Boxkämpfer');
  const lee = await follow(phone, await copied(maria));
  await expect(heading(lee, say('link-locked'))).toBeVisible();
  await expect(lee.getByText(MANAGER), 'it says nothing before').toHaveCount(0);
  await field(lee, say('password-label')).fill('zwölf boxkämpfer');
  await button(lee, say('open-it')).click();
  await expect(lee.getByText(say('wrong-password'))).toBeVisible();
  await field(lee, say('password-label')).fill('Zwölf Boxkämpfer');
  await field(lee, say('password-label')).press('Enter');
  await button(lee, say('open-it')).click();
  await expect(invitationHeading(lee)).toBeVisible();
});

test('seller asks first and the invitation comes back', async ({ setStage }) => {
  const { desk, phone } = await setBoth(setStage);
  const asking = await phone.open();
  await button(asking, say('ask-one')).click();
  await field(asking, say('who-coaches')).fill(MANAGER);
  await field(asking, say('own-name-label')).fill(PLAN.seller);
  await field(asking, TOPIC).fill('The pilot');
  await button(asking, say('ask-next')).click();
  const maria = await follow(desk, await copied(asking));
  await expect(heading(maria, say('link-asked', { name: LEE }))).toBeVisible();
  await button(maria, say('plan-one')).click();
  await field(maria, say('date-label')).fill(PLAN.date);
  await field(maria, say('time-label')).fill(PLAN.time);
  await field(maria, say('own-name-label')).fill(MANAGER);
  await button(maria, say('form-submit')).click();
  await button(maria, say('share-granted', { name: LEE })).click();
  const lee = await follow(phone, await copied(maria));
  await expect(lee.getByText(say('topic-asked')), 'what Lee asked for stands there').toBeVisible();
  await button(lee, say('works-for-me')).click();
  await expect(lee.getByText('The pilot', { exact: true })).toBeVisible();
  expect(await sessionsIn(lee)).toHaveLength(1);
});

test("cancelled session goes off the seller's list", async ({ setStage }) => {
  const { desk, phone } = await setBoth(setStage);
  const maria = await desk.open();
  await invite(maria, desk);
  let lee = await follow(phone, await copied(maria));
  await button(lee, say('not-yet-bring')).click();
  await button(maria, say('edit-done')).click();
  await button(maria, say('delete')).click();
  await button(maria, say('share-cancelled', { name: LEE })).click();
  lee = await follow(phone, await copied(maria));
  await expect(heading(lee, say('link-cancelled', { name: CALLED }))).toBeVisible();
  await button(lee, say('cancel-take')).click();
  await expect(lee.getByText(say('home-empty'))).toBeVisible();
});

test('link that was cut says so and opens once whole', async ({ setStage, invitation }) => {
  const elsewhere = await setStage(CLIPBOARD);
  const lee = await elsewhere.open({ address: invitation.slice(0, -12) });
  await expect(heading(lee, say('link-damaged'))).toBeVisible();
  await field(lee, say('pasted-label')).fill(invitation);
  await button(lee, say('open-it')).click();
  await expect(invitationHeading(lee)).toBeVisible();
  await button(lee, say('file-leave')).click();
  await expect(lee.getByText(say('invitation-left'))).toBeVisible();
  await expect(lee.getByText(say('home-empty')), 'nothing speaks to a manager').toHaveCount(0);
  await elsewhere.reload(lee);
  await expect(lee.getByText(say('home-empty'))).toBeVisible();
  expect(await sessionsIn(lee)).toEqual([]);
});
