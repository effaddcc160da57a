// Two people on two machines, a desktop and a phone, with nothing between them but links: as they are
// copied, shared, photographed and locked.

import {
  ADDRESS, MINUTE, PLAN, PREFIX, SCREEN, SECOND,
  boxOf, button, digits, expect, field, heading, next, starter, storedIn, unseal,
  type Given, type Page, type Stage,
} from './fixtures';
import { CLIPBOARD, MANAGER, copied, invitationHeading, invite, lock, scanned, test } from './links';

const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, ...CLIPBOARD };
const TOPIC = 'What would help most?';

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
const sessionsIn = async (page: Page) => {
  const stored = Object.entries(await storedIn(page));
  return stored.filter(([name]) => name.startsWith(`${PREFIX}session/`)).map(([, record]) => unseal(record));
};

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
  const send = button(lee, "It's coaching. Send my topic");
  await expect(invitationHeading(lee)).toBeVisible();
  expect(Object.keys(await storedIn(lee))).not.toContain(`${PREFIX}settings`);
  expect(await sessionsIn(lee)).toEqual([]);
  const reach = await boxOf(send);
  expect(reach.y + reach.height, 'the button is in reach').toBeLessThanOrEqual(740);
  expect((await boxOf(topic)).y, 'and so is the field').toBeLessThan(740 - 160);
  // A phone that dropped the tab opens the link again, with what was typed under it.
  await topic.fill('The pilot at Ward & Co');
  await phone.pass(2 * SECOND);
  const { [SCREEN]: typed } = await storedIn(lee);
  expect(typed).toContain('The pilot');
  expect(typed).not.toContain('Maria');
  await phone.reload(lee);
  await expect(invitationHeading(lee)).toBeVisible();
  await expect(topic).toHaveValue('The pilot at Ward & Co');
  await send.click();
  await expect(heading(lee, `Send it to ${MANAGER}`)).toBeVisible();
  const first = await copied(lee);
  expect(await sessionsIn(lee)).toHaveLength(1);

  // Answered.
  maria = await follow(desk, first);
  await expect(heading(maria, `${PLAN.seller} answers`)).toBeVisible();
  await expect(maria.getByText('The pilot at Ward & Co')).toBeVisible();
  await button(maria, 'Take it in').click();
  await expect(maria.getByText(`${PLAN.seller} is ready`)).toBeVisible();

  // Moved.
  await button(maria, 'Change date or place').click();
  await field(maria, 'Time').fill('14:00');
  await button(maria, 'Save the change').click();
  await expect(maria.getByText(`${PLAN.seller} was ready for an earlier plan`)).toBeVisible();
  await button(maria, `Tell ${PLAN.seller} what changed`).click();
  lee = await follow(phone, await copied(maria));
  await expect(heading(lee, `News from ${MANAGER}`)).toBeVisible();
  await expect(lee.getByText(/10:00 → .*14:00/)).toBeVisible();
  await button(lee, 'Take it in').click();
  await button(lee, 'Prepare').click();
  await button(lee, 'It is coaching. I am ready').click();
  await button(lee, `Send to ${MANAGER}`).click();
  const second = await copied(lee);

  // Answered again, and the older answer opened after the newer one.
  for (const [link, isNew] of [[second, true], [first, false], [second, false]] as const) {
    maria = await follow(desk, link);
    await expect(heading(maria, isNew ? `${PLAN.seller} answers` : 'Nothing new')).toBeVisible();
    await button(maria, isNew ? 'Take it in' : 'Back to the session').click();
  }
  await expect(maria.getByText(`${PLAN.seller} is ready`)).toBeVisible();

  // Held.
  await starter(maria).click();
  await expect(digits(maria)).toBeVisible();
  await button(maria, /^Promise/).first().click();
  await field(maria, 'What is promised?').fill('Ask for the plan');
  await button(maria, PLAN.seller).click();
  await button(maria, 'Keep it').click();
  for (let item = 0; item < 4; item += 1) {
    await desk.pass(2 * MINUTE);
    await next(maria);
  }
  await expect(button(maria, 'End the session')).toBeVisible();
  await button(maria, `Answer as ${MANAGER}`).click();
  await button(maria, `I am ${MANAGER}`).click();
  await button(maria, 'Coaching').click();
  await button(maria, 'That is my answer').click();
  await button(maria, 'Back to the session').click();
  await button(maria, 'End the session').click();
  await button(maria, `Send to ${PLAN.seller}`).click();
  const record = await copied(maria);

  // Answered at the close, each without the other's answer.
  lee = await follow(phone, record);
  await expect(lee.getByText('Ask for the plan')).toBeVisible();
  await button(lee, 'Take it in').click();
  const answers = lee.locator('.note-list').filter({ has: heading(lee, 'How was it?') });
  await expect(answers.getByText(`${MANAGER} has answered.`)).toBeVisible();
  await expect(answers.getByText('Coaching', { exact: true }), 'blind until both are in').toHaveCount(0);
  await button(lee, `Answer as ${PLAN.seller}`).click();
  await button(lee, 'Just talking').click();
  await button(lee, 'That is my answer').click();
  await expect(answers.locator('.line').filter({ hasText: 'Coaching' }).getByText(MANAGER)).toBeVisible();
  await button(lee, `Send to ${MANAGER}`).click();
  maria = await follow(desk, await copied(lee));
  await button(maria, 'Take it in').click();
  await expect(maria.locator('.line').filter({ hasText: 'Just talking' }).getByText(PLAN.seller)).toBeVisible();
  const sessions = await sessionsIn(maria);
  expect(sessions).toHaveLength(1);
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
  await button(lee, "Not yet, I'll bring it").click();
  await button(lee, 'Share').click();
  await expect(lee.getByText('Handed over.')).toBeVisible();
  const shared = await lee.evaluate(() => (globalThis as any).shared);
  expect(shared.title).toMatch(/^Coaching session: Lee Park with Maria Silva/);
  const answer = await follow(desk, shared.url);
  await expect(answer.getByText('Not yet, but the topic comes along.')).toBeVisible();
});

test('QR code and pasted mail open the same invitation', async ({ setStage }) => {
  const { desk, phone } = await setBoth(setStage);
  const maria = await desk.open();
  await invite(maria, desk);
  await button(maria, 'Other ways').click();
  await button(maria, 'Show a QR code').click();
  const link = await scanned(maria);
  expect(link).toBe(await copied(maria));
  const mail = await copied(maria, 'Copy text and link');
  expect(mail.split('\n'), 'the link stands on a line of its own').toContain(link);

  const lee = await phone.open();
  await field(lee, 'Open a link or a code').fill(`> ${mail.replaceAll('\n', '\n> ')}`);
  await button(lee, 'Open it').click();
  await expect(invitationHeading(lee)).toBeVisible();
});

test('locked link opens with its password alone', async ({ setStage }) => {
  const { desk, phone } = await setBoth(setStage);
  const maria = await desk.open();
  await invite(maria, desk);
  await lock(maria, 'Zwölf Boxkämpfer');
  const lee = await follow(phone, await copied(maria));
  await expect(heading(lee, 'This link has a password')).toBeVisible();
  await expect(lee.getByText(MANAGER), 'it says nothing before').toHaveCount(0);
  await field(lee, 'Password').fill('zwölf boxkämpfer');
  await button(lee, 'Open it').click();
  await expect(lee.getByText('That is not the password.')).toBeVisible();
  await field(lee, 'Password').fill('Zwölf Boxkämpfer');
  await field(lee, 'Password').press('Enter');
  await button(lee, 'Open it').click();
  await expect(invitationHeading(lee)).toBeVisible();
});

test('seller asks first and the invitation comes back', async ({ setStage }) => {
  const { desk, phone } = await setBoth(setStage);
  const asking = await phone.open();
  await button(asking, 'Ask for a session').click();
  await field(asking, 'Who should coach you?').fill(MANAGER);
  await field(asking, 'Your name').fill(PLAN.seller);
  await field(asking, TOPIC).fill('The pilot');
  await button(asking, 'Next: send it').click();
  const maria = await follow(desk, await copied(asking));
  await expect(heading(maria, `${PLAN.seller} asks for a coaching session`)).toBeVisible();
  await button(maria, 'Plan a session').click();
  await field(maria, 'Date').fill(PLAN.date);
  await field(maria, 'Time').fill(PLAN.time);
  await field(maria, 'Your name').fill(MANAGER);
  await button(maria, 'Plan this session').click();
  await button(maria, `Invite ${PLAN.seller}`).click();
  const lee = await follow(phone, await copied(maria));
  await button(lee, "Not yet, I'll bring it").click();
  await expect(lee.getByText('The pilot')).toBeVisible();
  expect(await sessionsIn(lee)).toHaveLength(1);
});

test("cancelled session goes off the seller's list", async ({ setStage }) => {
  const { desk, phone } = await setBoth(setStage);
  const maria = await desk.open();
  await invite(maria, desk);
  let lee = await follow(phone, await copied(maria));
  await button(lee, "Not yet, I'll bring it").click();
  await button(maria, 'Done').click();
  await button(maria, 'Delete').click();
  await button(maria, `Tell ${PLAN.seller} that it is cancelled`).click();
  lee = await follow(phone, await copied(maria));
  await expect(heading(lee, `${MANAGER} cancelled a session`)).toBeVisible();
  await button(lee, 'Take it in').click();
  await expect(lee.getByText('Nothing is booked yet.')).toBeVisible();
});

test('link that was cut says so and opens once whole', async ({ setStage, invitation }) => {
  const elsewhere = await setStage(CLIPBOARD);
  const lee = await elsewhere.open({ address: invitation.slice(0, -12) });
  await expect(heading(lee, 'This link cannot be opened')).toBeVisible();
  await field(lee, 'The whole link, or the text code').fill(invitation);
  await button(lee, 'Open it').click();
  await expect(invitationHeading(lee)).toBeVisible();
  await button(lee, 'Leave it').click();
  await expect(lee.getByText('Nothing is booked yet.')).toBeVisible();
  await elsewhere.reload(lee);
  await expect(lee.getByText('Nothing is booked yet.')).toBeVisible();
  expect(await sessionsIn(lee)).toEqual([]);
});
