// The clock face is the one thing that a second changes: what it draws, when it stands still, that it
// is right, and that it stores nothing.

import assert from 'node:assert/strict';
import { MINUTE, SECOND, button, caption, comes, digits, next, says, scene, setVisible, start, widget } from './harness.mjs';

/** Writes down every change in the shadow root from here on, as one line each. */
const observe = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('coaching-session').shadowRoot;
    const called = (node) => (node.nodeType === Node.TEXT_NODE ? `text of ${node.parentElement?.getAttribute('class')}` : node.getAttribute('class'));
    const take = (records) =>
      records.map((record) => (record.type === 'attributes' ? `${record.attributeName} of ${called(record.target)}` : `${record.type} ${called(record.target)}`));
    const seen = [];
    const observer = new MutationObserver((records) => seen.push(...take(records)));
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    globalThis.mutations = () => {
      seen.push(...take(observer.takeRecords()));
      return seen.splice(0);
    };
  });

const mutations = (page) => page.evaluate(() => globalThis.mutations());
const DIGITS = 'characterData text of digits';
const RING = 'stroke-dasharray of ring-left';

scene('Over twenty ticks one text changes each second, and the ring each time it has a step to go', async (stage) => {
  const page = await stage.open();
  await start(page);
  // Whatever the press set off has been drawn by then.
  await stage.pass(3 * SECOND);
  await observe(page);
  let steps = 0;
  for (let second = 1; second <= 20; second += 1) {
    await stage.pass(SECOND);
    const seen = await mutations(page);
    assert.deepEqual(seen.filter((line) => line !== RING), [DIGITS], `second ${second}`);
    steps += seen.filter((line) => line === RING).length;
  }
  // Three minutes go round in sixty steps.
  assert.equal(steps >= 6 && steps <= 7, true, `${steps} steps of the ring in twenty seconds`);
});

scene('In an overrun one text changes each second, and the words once a minute', async (stage) => {
  const page = await stage.open();
  await start(page);
  await stage.skip(3 * MINUTE);
  await stage.pass(2 * SECOND);
  await observe(page);
  for (let second = 1; second <= 20; second += 1) {
    await stage.pass(SECOND);
    assert.deepEqual(await mutations(page), [DIGITS], `second ${second}`);
  }
});

scene('While it is paused nothing changes at all', async (stage) => {
  const page = await stage.open();
  await start(page);
  await stage.pass(SECOND);
  await button(page, 'Pause').click();
  await says(caption(page), 'paused');
  await observe(page);
  await stage.pass(20 * SECOND);
  assert.deepEqual(await mutations(page), []);
});

scene('While nobody sees the page nothing is drawn, and the right time is there again at once', async (stage) => {
  const page = await stage.open();
  await start(page);
  await stage.pass(5 * SECOND);
  await says(digits(page), '2:55');
  await setVisible(page, false);
  await stage.pass(SECOND);
  await observe(page);
  await stage.pass(30 * SECOND);
  assert.deepEqual(await mutations(page), []);
  await setVisible(page, true);
  await says(digits(page), '2:24');
  await stage.pass(SECOND);
  await says(digits(page), '2:23');
});

scene('The digits are right to the second after any leap', async (stage) => {
  const page = await stage.open();
  await start(page);
  await next(page);
  for (const [leap, shown] of [[7 * MINUTE, '13:00'], [59 * SECOND, '12:01'], [SECOND, '12:00'], [10 * MINUTE + 30 * SECOND, '1:30'], [500, '1:30'], [500, '1:29'], [89 * SECOND, '+0:00'], [61 * SECOND, '+1:01']]) {
    await stage.skip(leap);
    await says(digits(page), shown);
  }
});

scene('The digits change on the full second of the clock on the wall', async (stage) => {
  const page = await stage.open();
  await stage.pass(300);
  await start(page);
  await says(digits(page), '3:00');
  await stage.pass(699);
  assert.equal(await digits(page).innerText(), '3:00');
  await stage.pass(1001);
  assert.equal(await digits(page).innerText(), '2:59');
  await stage.pass(10 * SECOND);
  assert.equal(await digits(page).innerText(), '2:49');
});

scene('Ticks store nothing', {
  init: () => {
    const { setItem, removeItem } = Storage.prototype;
    globalThis.writes = [];
    Storage.prototype.setItem = function (name, value) {
      globalThis.writes.push(name);
      setItem.call(this, name, value);
    };
    Storage.prototype.removeItem = function (name) {
      globalThis.writes.push(name);
      removeItem.call(this, name);
    };
  },
}, async (stage) => {
  const page = await stage.open();
  await start(page);
  assert.equal((await page.evaluate(() => globalThis.writes.splice(0).length)) > 0, true, 'the watch sees writes');
  await stage.pass(2 * MINUTE);
  assert.deepEqual(await page.evaluate(() => globalThis.writes.splice(0)), []);
  await stage.pass(3 * MINUTE);
  await says(digits(page), '+2:00');
  assert.deepEqual(await page.evaluate(() => globalThis.writes.splice(0)), [], 'an overrun is no transition either');
});

scene('Without a session on the screen nothing ticks', async (stage) => {
  const page = await stage.open();
  await start(page);
  await button(page, 'All sessions').click();
  await widget(page).getByRole('heading', { name: 'On now' }).waitFor();
  await observe(page);
  await stage.pass(MINUTE);
  assert.deepEqual(await mutations(page), []);
});

scene('A screen reader hears of the clock at the start, in the last minute, at the end and every five minutes over', async (stage) => {
  const page = await stage.open();
  await start(page);
  assert.equal(await page.getByRole('timer').getAttribute('aria-live'), null, 'a timer is silent by its role');
  const told = page.locator('#told');
  assert.equal(await told.getAttribute('role'), 'status', 'a polite region');
  await page.evaluate(() => {
    const region = document.querySelector('coaching-session').shadowRoot.getElementById('told');
    window.heard = [region.textContent];
    new MutationObserver(() => window.heard.push(region.textContent)).observe(region, {
      childList: true, characterData: true, subtree: true,
    });
  });
  for (let minute = 0; minute < 14; minute += 1) await stage.pass(MINUTE);
  const heard = await comes(() => page.evaluate(() => window.heard), (all) => all.length > 4, 'five things said');
  assert.deepEqual(heard, [
    'Open: 3 minutes.', 'Open: one minute left.', 'Open: time is up.', 'Open: 5 minutes over.', 'Open: 10 minutes over.',
  ]);
});
