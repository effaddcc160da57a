// The clock face is the one thing that a second changes: what it draws, when it stands still, that it
// is right, and that it stores nothing.

import {
  MINUTE, SECOND,
  button, caption, digits, expect, field, heading, next, say, setVisible, start, test,
  type Page,
} from './fixtures';

/** Lists every change in the shadow root from here on, a line each; the returned function takes those since its last call. */
async function observe(page: Page): Promise<() => Promise<string[]>> {
  const taken = await page.locator('coaching-session').evaluateHandle((element) => {
    const parent = (node: Node) => (node.nodeType === Node.TEXT_NODE ? `text of ${node.parentElement?.getAttribute('class')}` : (node as Element).getAttribute('class'));
    const line = ({ type, attributeName, target }: MutationRecord) => `${attributeName ? `${attributeName} of` : type} ${parent(target)}`;
    const seen: string[] = [];
    const observer = new MutationObserver((records) => seen.push(...records.map(line)));
    observer.observe(element.shadowRoot!, { subtree: true, childList: true, attributes: true, characterData: true });
    return () => [...seen.splice(0), ...observer.takeRecords().map(line)];
  });
  return () => taken.evaluate((take) => take());
}

const DIGITS = 'characterData text of digits';
const RING = 'stroke-dasharray of ring-left';

test('twenty ticks change one text each and 6 or 7 ring steps', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  // Whatever the press set off has been drawn by then.
  await stage.pass(3 * SECOND);
  const changes = await observe(page);
  let steps = 0;
  for (let second = 1; second <= 20; second += 1) {
    await stage.pass(SECOND);
    const seen = await changes();
    expect(seen.filter((line) => line !== RING), `second ${second}`).toEqual([DIGITS]);
    steps += seen.filter((line) => line === RING).length;
  }
  // Three minutes go round in sixty steps.
  expect([6, 7], 'steps of the ring in twenty seconds').toContain(steps);
});

test('twenty ticks of an overrun change one text each', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await stage.skip(3 * MINUTE);
  await stage.pass(2 * SECOND);
  const changes = await observe(page);
  for (let second = 1; second <= 20; second += 1) {
    await stage.pass(SECOND);
    expect(await changes(), `second ${second}`).toEqual([DIGITS]);
  }
});

test('tick renders the clock face and no field', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await button(page, say('write-note')).click();
  const line = field(page, say('shared-note-label'));
  // The program has saved the open line by then.
  await stage.pass(3 * SECOND);
  // No event tells the program of this text, so a field that is rendered loses it.
  await line.evaluate((field: HTMLInputElement) => (field.value = 'unheard'));
  await stage.pass(3 * SECOND);
  await expect(digits(page)).toHaveText('2:54');
  await expect(line).toHaveValue('unheard');
  await button(page, say('pause')).click();
  await expect(line).toHaveValue('');
});

test('paused clock changes nothing', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await stage.pass(SECOND);
  await button(page, say('pause')).click();
  await expect(caption(page)).toHaveText(say('time-paused'));
  const changes = await observe(page);
  await stage.pass(20 * SECOND);
  expect(await changes()).toEqual([]);
});

test('hidden page draws nothing and shows the right time at once', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await stage.pass(5 * SECOND);
  await expect(digits(page)).toHaveText('2:55');
  await setVisible(page, false);
  await stage.pass(SECOND);
  const changes = await observe(page);
  await stage.pass(30 * SECOND);
  expect(await changes()).toEqual([]);
  await setVisible(page, true);
  await expect(digits(page)).toHaveText('2:24');
  await stage.pass(SECOND);
  await expect(digits(page)).toHaveText('2:23');
});

test('digits after any leap are right to the second', { tag: '@engines' }, async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await next(page);
  const leaps: [milliseconds: number, shown: string][] = [
    [7 * MINUTE, '13:00'],
    [59 * SECOND, '12:01'],
    [SECOND, '12:00'],
    [10 * MINUTE + 30 * SECOND, '1:30'],
    [500, '1:30'],
    [500, '1:29'],
    [89 * SECOND, '+0:00'],
    [61 * SECOND, '+1:01'],
  ];
  for (const [leap, shown] of leaps) {
    await stage.skip(leap);
    await expect(digits(page)).toHaveText(shown);
  }
});

test('digits change once a full second has gone', async ({ stage }) => {
  const page = await stage.open();
  await stage.pass(300);
  await start(page);
  await expect(digits(page)).toHaveText('3:00');
  await stage.pass(699);
  expect(await digits(page).innerText()).toBe('3:00');
  await stage.pass(1001);
  expect(await digits(page).innerText()).toBe('2:59');
  await stage.pass(10 * SECOND);
  expect(await digits(page).innerText()).toBe('2:49');
});

test('ticks store nothing', async ({ stage }) => {
  const page = await stage.open();
  const taken = await page.evaluateHandle(() => {
    const { setItem, removeItem } = Storage.prototype;
    const writes: string[] = [];
    Storage.prototype.setItem = function (name, value) {
      writes.push(name);
      setItem.call(this, name, value);
    };
    Storage.prototype.removeItem = function (name) {
      writes.push(name);
      removeItem.call(this, name);
    };
    return () => writes.splice(0);
  });
  const writes = () => taken.evaluate((take) => take());
  await start(page);
  expect(await writes(), 'the watch sees writes').not.toEqual([]);
  await stage.pass(2 * MINUTE);
  expect(await writes()).toEqual([]);
  await stage.pass(3 * MINUTE);
  await expect(digits(page)).toHaveText('+2:00');
  expect(await writes(), 'an overrun is no transition either').toEqual([]);
});

test('list of sessions ticks nothing', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await button(page, say('back-home')).click();
  await expect(heading(page, say('group-week'))).toBeVisible();
  const changes = await observe(page);
  await stage.pass(MINUTE);
  expect(await changes()).toEqual([]);
});

test('screen reader hears start, last minute, end and overruns', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await expect(page.getByRole('timer'), 'a timer is silent by its role').not.toHaveAttribute('aria-live');
  const told = page.locator('#told');
  await expect(told, 'a polite region').toHaveAttribute('role', 'status');
  const heard = await told.evaluateHandle((region) => {
    const heard = [region.textContent];
    const observer = new MutationObserver(() => heard.push(region.textContent));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    return heard;
  });
  for (let minute = 0; minute < 14; minute += 1) await stage.pass(MINUTE);
  await expect.poll(() => heard.jsonValue(), 'the lines told').toEqual([
    say('told-starts', { title: say('item-open'), minutes: 3 }),
    say('told-nears', { title: say('item-open'), minutes: 1 }),
    say('told-up', { title: say('item-open') }),
    say('told-over', { title: say('item-open'), minutes: 5 }),
    say('told-over', { title: say('item-open'), minutes: 10 }),
  ]);
});
