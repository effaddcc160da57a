// Two windows of one browser, and two widgets on one page: each sees what the other writes, and
// where both wrote at once nothing is lost and the person chooses.

import assert from 'node:assert/strict';
import {
  MINUTE, PREFIX, SECOND,
  button, comes, digits, field, heading, next, plan, rowButton, rowDelete, says, scene, unseal, starter,
} from './harness.mjs';

const CHANGED = /^This session was changed in two windows at once\. Both versions are kept until you choose\./;

/** Keeps the page from hearing of other windows while `deaf` is set. */
const ears = () => addEventListener('storage', (event) => globalThis.deaf && event.stopImmediatePropagation(), true);
const setDeaf = (page, deaf) => page.evaluate((deaf) => (globalThis.deaf = deaf), deaf);

const notice = (page) => page.locator('.notice p');

/** The stored writings of the one session. */
async function versions(stage, page) {
  const stored = await stage.stored(page);
  const [, record] = Object.entries(stored).find(([name]) => name.startsWith(`${PREFIX}session/`));
  return unseal(record).manager;
}

/** Two windows that lie open on the same planned session. */
async function twoWindows(stage) {
  const first = await stage.open({ init: ears });
  await plan(first);
  const second = await stage.open({ init: ears });
  await starter(second).waitFor();
  return [first, second];
}

async function rename(page, title) {
  await button(page, 'Edit the agenda').click();
  await field(page, 'Name of item 2').fill(title);
  await button(page, 'Done').click();
}

async function setPlace(page, place) {
  await button(page, 'Change date or place').click();
  await field(page, /^Place or meeting link/).fill(place);
  await button(page, 'Save the change').click();
}

scene('What one window does is seen in the other', async (stage) => {
  const first = await stage.open();
  const second = await stage.open();
  await plan(first);
  await rowButton(second).click();
  await starter(second).waitFor();
  await rename(first, 'The Hansen deal');
  await second.locator('.plan').getByText('The Hansen deal').waitFor();
  await starter(second).click();
  await digits(first).waitFor();
  await stage.pass(MINUTE);
  await says(digits(first), '2:00');
  await says(digits(second), '2:00');
  await next(first);
  await heading(second, 'The Hansen deal').waitFor();
  await button(second, 'All sessions').click();
  await rowDelete(second).click();
  await heading(first, 'Your coaching sessions').waitFor();
  await first.getByText('Nothing is booked yet.').waitFor();
  await button(second, 'Undo').click();
  await heading(first, 'The Hansen deal').waitFor();
});

scene('A record that another window throws away is written again, since nobody deleted the session', async (stage) => {
  const [first, second] = await twoWindows(stage);
  const name = Object.keys(await stage.stored(first)).find((name) => name.startsWith(`${PREFIX}session/`));
  await setDeaf(second, true);
  await second.evaluate((name) => localStorage.removeItem(name), name);
  await comes(() => stage.stored(first), (stored) => name in stored, 'the record');
  await starter(first).waitFor();
});

for (const choice of ['Keep what is shown', 'Take the other one']) {
  scene(`Two windows that changed one session at once lose nothing, and agree after "${choice}"`, async (stage) => {
    const [first, second] = await twoWindows(stage);
    await setDeaf(second, true);
    await rename(first, 'The Hansen deal');
    await setPlace(second, 'The quiet room');
    await says(notice(second), CHANGED);
    await says(notice(first), CHANGED);
    const both = await versions(stage, first);
    assert.equal(both.length, 2);
    assert.equal(JSON.stringify(both).includes('The Hansen deal'), true);
    assert.equal(JSON.stringify(both).includes('The quiet room'), true);

    await setDeaf(second, false);
    await stage.reload(first);
    await says(notice(first), CHANGED);
    const renamed = (page) => page.locator('.plan').getByText('The Hansen deal').count();
    const showedRenamed = (await renamed(first)) === 1;
    await button(first, choice).click();
    for (const page of [first, second]) await page.locator('.notice').waitFor({ state: 'detached' });
    const expected = choice === 'Keep what is shown' ? showedRenamed : !showedRenamed;
    for (const page of [first, second]) {
      assert.equal(await renamed(page), expected ? 1 : 0);
      assert.equal(await page.getByText('The quiet room').count(), expected ? 0 : 1);
    }
    assert.equal((await versions(stage, first)).length, 1);
    await stage.reload(second);
    assert.equal(await renamed(second), expected ? 1 : 0);
  });
}

scene('Two windows that moved one clock apart offer the choice', async (stage) => {
  const [first, second] = await twoWindows(stage);
  await starter(first).click();
  await digits(second).waitFor();
  await setDeaf(second, true);
  await stage.pass(MINUTE);
  await next(first);
  await stage.pass(MINUTE);
  await button(second, 'Pause').click();
  await says(notice(second), CHANGED);
  await says(notice(first), CHANGED);
  const logs = (await versions(stage, first)).map((version) => version.content.clock.log.map((entry) => entry[1]).join(' '));
  assert.deepEqual(logs.sort(), ['started moved-to', 'started paused']);
  await setDeaf(second, false);
  await button(second, 'Take the other one').click();
  for (const page of [first, second]) await page.locator('.notice').waitFor({ state: 'detached' });
  assert.equal(await digits(first).innerText(), await digits(second).innerText());
});

scene('What is being typed while another window writes is kept', async (stage) => {
  const [first, second] = await twoWindows(stage);
  await button(second, 'Change date or place').click();
  await field(second, /^Place or meeting link/).fill('The quiet room');
  await stage.pass(2 * SECOND);
  await button(first, 'Edit the agenda').click();
  await field(first, 'Name of item 2').fill('Half a na');
  await button(second, 'Save the change').click();
  const both = await comes(() => versions(stage, first), (found) => found.length === 2, 'both writings');
  assert.equal(JSON.stringify(both).includes('Half a na'), true);
  assert.equal(JSON.stringify(both).includes('The quiet room'), true);
  await button(first, 'Done').click();
  await says(notice(first), CHANGED);
});

scene('A session that one window changed while another deleted it is not lost', async (stage) => {
  const [first, second] = await twoWindows(stage);
  await setDeaf(second, true);
  await button(first, 'Delete').click();
  await setPlace(second, 'The quiet room');
  await says(notice(second), CHANGED);
  await rowButton(first).waitFor();
  await button(second, 'Keep what is shown').click();
  await second.locator('.notice').waitFor({ state: 'detached' });
  assert.equal((await versions(stage, second)).length, 1);
  await second.getByText('The quiet room').waitFor();
});

/** Puts another widget on the page. */
async function secondWidget(page, instance) {
  await page.evaluate((instance) => {
    const element = document.createElement('coaching-session');
    if (instance) element.setAttribute('instance', instance);
    document.body.append(element);
  }, instance);
  const all = page.locator('coaching-session');
  await all.nth(1).getByRole('region', { name: 'Coaching session' }).waitFor();
  return [all.nth(0), all.nth(1)];
}

scene('Two widgets on one page see what the other does', async (stage) => {
  const page = await stage.open();
  const [left, right] = await secondWidget(page);
  await plan(left);
  await rowButton(right).click();
  await starter(right).click();
  await digits(left).waitFor();
  await stage.pass(30 * SECOND);
  await says(digits(left), '2:30');
  await says(digits(right), '2:30');
  await button(left, 'Pause').click();
  await button(right, 'Resume').waitFor();
  await button(right, 'All sessions').click();
  await rowDelete(right).click();
  await left.getByText('Nothing is booked yet.').waitFor();
});

scene('An instance has data of its own', async (stage) => {
  const page = await stage.open();
  const [left, right] = await secondWidget(page, 'other');
  await plan(left);
  await plan(right, { seller: 'Ada', date: '2026-05-06', time: '11:00' });
  await button(left, 'All sessions').click();
  await button(right, 'All sessions').click();
  await rowButton(left).waitFor();
  await rowButton(right, 'Ada').waitFor();
  assert.equal(await left.locator('.row').count(), 1);
  assert.equal(await right.locator('.row').count(), 1);
  const names = Object.keys(await stage.stored(page)).map((name) => name.split('/')[1]);
  assert.deepEqual([...new Set(names)].sort(), ['default', 'other']);
});
