// The clock face after an hour: right in the first frame after the page ran, was hidden, slept, or the device's clock was
// set; and an hour of a session that writes next to nothing.

import {
  HOUR, MINUTE, SECOND,
  begin, button, digits, expect, next, plan, say, setVisible, test,
  type Page, type Stage,
} from './fixtures';

/** Ways to spend an hour, by name. */
const HOURS: Record<string, (stage: Stage, page: Page) => Promise<unknown>> = {
  'running': (stage) => stage.pass(HOUR),
  'hidden': async (stage, page) => {
    await setVisible(page, false);
    await stage.pass(HOUR);
    await setVisible(page, true);
  },
  'slept through': (stage) => stage.skip(HOUR),
};

for (const [name, spend] of Object.entries(HOURS)) {
  test(`face is right in the frame after an hour ${name}`, async ({ stage }) => {
    const page = await stage.open();
    await plan(page);
    await begin(page);
    await next(page);
    // First opportunity: twenty minutes.
    await spend(stage, page);
    expect(await digits(page).innerText()).toMatch(/^\+40:0[0-2]$/);
  });
}

for (const [name, by] of [['forward', HOUR], ['back', -HOUR]] as const) {
  test(`device's clock set ${name} by an hour leaves the face as it was`, async ({ stage }) => {
    const page = await stage.open();
    await plan(page);
    await begin(page);
    await next(page);
    await stage.pass(5 * MINUTE);
    const before = (await digits(page).innerText()).split(':').map(Number);
    // The steady clock goes on, as it does when somebody sets the time of day.
    await stage.context.clock.setSystemTime((await page.evaluate(() => Date.now())) + by);
    await stage.pass(2 * SECOND);
    if (by > 0) await button(page, say('unseen-clock')).click();
    await stage.pass(SECOND);
    const after = (await digits(page).innerText()).split(':').map(Number);
    const seconds = ([minutes = 0, seconds = 0]: number[]) => 60 * minutes + seconds;
    expect(seconds(before) - seconds(after), 'seconds gone since').toBeGreaterThanOrEqual(2);
    expect(seconds(before) - seconds(after), 'seconds gone since').toBeLessThanOrEqual(5);
  });
}

test('hour of a session writes fewer than sixty times', async ({ setStage }) => {
  const stage = await setStage({
    init: () => {
      const { setItem } = Storage.prototype;
      Object.assign(globalThis, { writes: 0 });
      Storage.prototype.setItem = function (name, value) {
        (globalThis as unknown as { writes: number }).writes += 1;
        setItem.call(this, name, value);
      };
    },
  });
  const page = await stage.open();
  await plan(page);
  await begin(page);
  const writes = () => page.evaluate(() => (globalThis as unknown as { writes: number }).writes);
  const before = await writes();
  for (let quarter = 0; quarter < 4; quarter += 1) {
    await stage.pass(14 * MINUTE);
    await button(page, say('pause')).click();
    await stage.pass(MINUTE);
    await button(page, say('resume')).click();
    await next(page);
  }
  expect((await writes()) - before).toBeLessThan(60);
  expect(await writes(), 'the watch sees writes').toBeGreaterThan(before);
});
