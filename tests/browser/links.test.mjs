// Two people on two machines, a desktop and a phone, with nothing between them but links: as they are
// copied, shared, photographed and locked.

import assert from 'node:assert/strict';
import jsQR from 'jsqr';
import { ADDRESS, MINUTE, PLAN, SECOND, Stage, button, comes, digits, field, fillForm, heading, next, scene, starter } from './harness.mjs';

const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const MANAGER = 'Maria Silva';

/** A test with two people: the manager's stage, and the seller's, a phone. */
const pair = (name, given, play) => {
  scene(name, { ...CLIPBOARD, ...given.manager }, async (desk) => {
    const phone = await Stage.set({ ...PHONE, ...CLIPBOARD, ...given.seller });
    try {
      await play(desk, phone);
      await phone.settle();
    } finally {
      await phone.context.close();
    }
    phone.check();
  });
};

/** What the clipboard holds, once the page says that it copied. */
async function copied(page, name = 'Copy the link') {
  await button(page, name).click();
  await page.getByText('Copied.').waitFor();
  return (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r', '');
}

/** Opens a link in a page that shows something else. */
async function follow(stage, link) {
  const page = await stage.open({ address: link });
  await comes(() => page.url(), (url) => !url.includes('cs='), 'an address without the link');
  return page;
}

/** Plans a session as a manager with a name, and opens what goes to the seller. */
async function invite(page) {
  await fillForm(page);
  await field(page, 'Your name').fill(MANAGER);
  await button(page, 'Plan this session').click();
  await button(page, `Invite ${PLAN.seller}`).click();
  await heading(page, `Invite ${PLAN.seller}`).waitFor();
}

const sessionsOf = async (stage, page) =>
  Object.entries(await stage.stored(page)).filter(([name]) => name.includes('/session/')).map(([, record]) => JSON.parse(record).data);

pair('The whole of a session goes by links: invited, answered, moved, answered again, held, and answered at the close', {}, async (desk, phone) => {
  let maria = await desk.open();
  await invite(maria);
  const invitation = await copied(maria);
  assert.ok(invitation.startsWith(`${ADDRESS}#cs=1.`) && invitation.length - ADDRESS.length <= 220, invitation);

  let lee = await follow(phone, invitation);
  await heading(lee, `${MANAGER} invites you to a coaching session`).waitFor();
  assert.equal((await phone.stored(lee))['coaching-session/default/settings'], undefined, 'nothing of it is stored');
  assert.equal((await sessionsOf(phone, lee)).length, 0);
  const send = button(lee, "It's coaching. Send my topic");
  const reach = await send.boundingBox();
  assert.ok(reach.y + reach.height <= 740, 'the button is in reach');
  assert.ok((await field(lee, 'What would help most?').boundingBox()).y < 740 - 160, 'and so is the field');
  // A phone that dropped the tab opens the link again, with what was typed under it.
  await field(lee, 'What would help most?').fill('The pilot at Ward & Co');
  await phone.pass(2 * SECOND);
  const stored = (await phone.stored(lee))['coaching-session/default/desk'];
  assert.ok(stored.includes('The pilot') && !stored.includes('Maria'), stored);
  await phone.reload(lee);
  await heading(lee, `${MANAGER} invites you to a coaching session`).waitFor();
  assert.equal(await field(lee, 'What would help most?').inputValue(), 'The pilot at Ward & Co');
  await send.click();
  await heading(lee, `Send it to ${MANAGER}`).waitFor();
  const first = await copied(lee);
  assert.equal((await sessionsOf(phone, lee)).length, 1);

  maria = await follow(desk, first);
  await heading(maria, `${PLAN.seller} answers`).waitFor();
  await maria.getByText('The pilot at Ward & Co').waitFor();
  await button(maria, 'Take it in').click();
  await maria.getByText(`${PLAN.seller} is ready`).waitFor();

  await button(maria, 'Change date or place').click();
  await field(maria, 'Time').fill('14:00');
  await button(maria, 'Save the change').click();
  await maria.getByText(`${PLAN.seller} was ready for an earlier plan`).waitFor();
  await button(maria, `Tell ${PLAN.seller} what changed`).click();
  lee = await follow(phone, await copied(maria));
  await heading(lee, `News from ${MANAGER}`).waitFor();
  await lee.getByText(/10:00 → .*14:00/).waitFor();
  await button(lee, 'Take it in').click();
  await button(lee, 'Prepare').click();
  await button(lee, 'It is coaching. I am ready').click();
  await button(lee, `Send to ${MANAGER}`).click();
  const second = await copied(lee);

  for (const [link, isNew] of [[second, true], [first, false], [second, false]]) {
    maria = await follow(desk, link);
    await heading(maria, isNew ? `${PLAN.seller} answers` : 'Nothing new').waitFor();
    await button(maria, isNew ? 'Take it in' : 'Back to the session').click();
  }
  await maria.getByText(`${PLAN.seller} is ready`).waitFor();

  await starter(maria).click();
  await digits(maria).waitFor();
  await button(maria, /^Promise/).first().click();
  await field(maria, 'What is promised?').fill('Ask for the plan');
  await button(maria, PLAN.seller).click();
  await button(maria, 'Keep it').click();
  while (!(await button(maria, 'End the session').count())) {
    await desk.pass(2 * MINUTE);
    await next(maria);
  }
  await button(maria, `Answer as ${MANAGER}`).click();
  await button(maria, `I am ${MANAGER}`).click();
  await button(maria, 'Coaching').click();
  await button(maria, 'That is my answer').click();
  await button(maria, 'Back to the session').click();
  await button(maria, 'End the session').click();
  await button(maria, `Send to ${PLAN.seller}`).click();
  const record = await copied(maria);

  lee = await follow(phone, record);
  await lee.getByText('Ask for the plan').waitFor();
  await button(lee, 'Take it in').click();
  const answers = lee.locator('.note-list').filter({ has: heading(lee, 'How was it?') });
  await answers.getByText(`${MANAGER} has answered.`).waitFor();
  assert.equal(await answers.getByText('Coaching', { exact: true }).count(), 0, 'blind until both are in');
  await button(lee, `Answer as ${PLAN.seller}`).click();
  await button(lee, 'Just talking').click();
  await button(lee, 'That is my answer').click();
  await answers.locator('.line').filter({ hasText: 'Coaching' }).getByText(MANAGER).waitFor();
  await button(lee, `Send to ${MANAGER}`).click();
  maria = await follow(desk, await copied(lee));
  await button(maria, 'Take it in').click();
  await maria.locator('.line').filter({ hasText: 'Just talking' }).getByText(PLAN.seller).waitFor();
  const [mine, theirs] = [await sessionsOf(desk, maria), await sessionsOf(phone, lee)];
  assert.deepEqual(mine, theirs, 'both have the same in the end');
});

pair('The seller shares the answer by the share sheet, and what was shared opens', {
  seller: { init: () => { navigator.canShare = () => true; navigator.share = async (what) => { globalThis.shared = what; }; } },
}, async (desk, phone) => {
  const maria = await desk.open();
  await invite(maria);
  const lee = await follow(phone, await copied(maria));
  await button(lee, "Not yet, I'll bring it").click();
  await button(lee, 'Share').click();
  await lee.getByText('Handed over.').waitFor();
  const shared = await lee.evaluate(() => globalThis.shared);
  assert.match(shared.title, /^Coaching session: Lee Park with Maria Silva/);
  const answer = await follow(desk, shared.url);
  await answer.getByText('Not yet, but the topic comes along.').waitFor();
});

pair('A photographed QR code and a pasted mail open the same invitation', { manager: { allowsLater: /qr|ways/ } }, async (desk, phone) => {
  const maria = await desk.open();
  await invite(maria);
  await button(maria, 'Other ways').click();
  await button(maria, 'Show a QR code').click();
  await maria.getByRole('img', { name: 'QR code of the link' }).waitFor();
  const photo = await maria.evaluate(async () => {
    const picture = document.querySelector('coaching-session').shadowRoot.querySelector('.picture');
    const [, , side] = picture.getAttribute('viewBox').split(' ').map(Number);
    const canvas = Object.assign(document.createElement('canvas'), { width: side * 4, height: side * 4 });
    const paper = canvas.getContext('2d');
    paper.fillStyle = '#fff';
    paper.fillRect(0, 0, side * 4, side * 4);
    paper.scale(4, 4);
    paper.fillStyle = '#000';
    paper.fill(new Path2D(picture.querySelector('path').getAttribute('d')));
    return { side: side * 4, data: [...paper.getImageData(0, 0, side * 4, side * 4).data] };
  });
  const read = jsQR(Uint8ClampedArray.from(photo.data), photo.side, photo.side).data;
  assert.equal(read, await copied(maria));
  const mail = await copied(maria, 'Copy text and link');
  assert.ok(mail.split('\n').includes(read), 'the link stands on a line of its own');

  const lee = await phone.open();
  await field(lee, 'Open a link or a code').fill(`> ${mail.replaceAll('\n', '\n> ')}`);
  await button(lee, 'Open it').click();
  await heading(lee, `${MANAGER} invites you to a coaching session`).waitFor();
});

pair('A link that is locked opens with its password alone', {
  manager: { allowsLater: /ways/ }, seller: { allowsLater: /ways/ },
}, async (desk, phone) => {
  const maria = await desk.open();
  await invite(maria);
  await button(maria, 'Other ways').click();
  await field(maria, 'Password').fill('Zwölf Boxkämpfer');
  await button(maria, 'Lock the link').click();
  await maria.getByText(/^Locked:/).waitFor();
  const lee = await follow(phone, await copied(maria));
  await heading(lee, 'This link has a password').waitFor();
  assert.equal(await lee.getByText(MANAGER).count(), 0, 'it says nothing before');
  await field(lee, 'Password').fill('zwölf boxkämpfer');
  await button(lee, 'Open it').click();
  await lee.getByText('That is not the password.').waitFor();
  await field(lee, 'Password').fill('Zwölf Boxkämpfer');
  await field(lee, 'Password').press('Enter');
  await button(lee, 'Open it').click();
  await heading(lee, `${MANAGER} invites you to a coaching session`).waitFor();
});

pair('A seller asks first, and the invitation comes back', {}, async (desk, phone) => {
  const asking = await phone.open();
  await button(asking, 'Ask for a session').click();
  await field(asking, 'Who should coach you?').fill(MANAGER);
  await field(asking, 'Your name').fill(PLAN.seller);
  await field(asking, 'What would help most?').fill('The pilot');
  await button(asking, 'Next: send it').click();
  const maria = await follow(desk, await copied(asking));
  await heading(maria, `${PLAN.seller} asks for a coaching session`).waitFor();
  await button(maria, 'Plan a session').click();
  await field(maria, 'Date').fill(PLAN.date);
  await field(maria, 'Time').fill(PLAN.time);
  await field(maria, 'Your name').fill(MANAGER);
  await button(maria, 'Plan this session').click();
  await button(maria, `Invite ${PLAN.seller}`).click();
  const lee = await follow(phone, await copied(maria));
  await button(lee, "Not yet, I'll bring it").click();
  await lee.getByText('The pilot').waitFor();
  assert.equal((await sessionsOf(phone, lee)).length, 1);
});

pair('A cancelled session goes off the list of the seller', {}, async (desk, phone) => {
  const maria = await desk.open();
  await invite(maria);
  let lee = await follow(phone, await copied(maria));
  await button(lee, "Not yet, I'll bring it").click();
  await button(maria, 'Done').click();
  await button(maria, 'Delete').click();
  await button(maria, `Tell ${PLAN.seller} that it is cancelled`).click();
  lee = await follow(phone, await copied(maria));
  await heading(lee, `${MANAGER} cancelled a session`).waitFor();
  await button(lee, 'Take it in').click();
  await lee.getByText('Nothing is booked yet.').waitFor();
});

scene('A link that was cut says so, and the whole of it opens by the field below', CLIPBOARD, async (stage) => {
  const maria = await stage.open();
  await invite(maria);
  const link = await copied(maria);
  const elsewhere = await Stage.set(CLIPBOARD);
  try {
    const lee = await elsewhere.open({ address: link.slice(0, -12) });
    await heading(lee, 'This link cannot be opened').waitFor();
    await field(lee, 'The whole link, or the text code').fill(link);
    await button(lee, 'Open it').click();
    await heading(lee, `${MANAGER} invites you to a coaching session`).waitFor();
    await button(lee, 'Leave it').click();
    await lee.getByText('Nothing is booked yet.').waitFor();
    await elsewhere.reload(lee);
    await lee.getByText('Nothing is booked yet.').waitFor();
    assert.equal((await sessionsOf(elsewhere, lee)).length, 0);
  } finally {
    await elsewhere.context.close();
  }
  elsewhere.check();
});
