// The signals of a running session in the browser: the chime, the title of the tab, the screen that stays on, and a clock
// with fewer numbers or none.

import {
  MINUTE, SECOND,
  button, caption, digits, expect, say, setVisible, start, test,
  type Page,
} from './fixtures';

const group = (page: Page) => page.locator('.signals > summary');
const signal = (page: Page, id: string) => page.getByRole('checkbox', { name: say(id), exact: true });

/** Unfolds the signals, and switches one on. */
async function switchOn(page: Page, id: string) {
  if (!(await signal(page, id).isVisible())) await group(page).click();
  await signal(page, id).click();
  await expect(signal(page, id)).toBeChecked();
}

/** Writes down each tone that the browser's synthesizer is asked for. */
const listen = () => {
  const heard: number[] = [];
  Object.assign(window, { heard });
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (when) {
    heard.push(Math.round(this.frequency.value));
    start.call(this, when);
  };
};
const heard = (page: Page) => page.evaluate(() => (window as any).heard as number[]);

/** A browser whose lock of the screen tells when it is taken and released; `refuses` makes it refuse. */
const lockable = () => {
  const state = { held: 0, refuses: false };
  Object.assign(window, { screenLock: state });
  const request = async () => {
    if (state.refuses) throw new DOMException('low battery', 'NotAllowedError');
    state.held += 1;
    const lock = {
      released: false,
      release: async () => {
        if (!lock.released) state.held -= 1;
        lock.released = true;
      },
    };
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && lock.release());
    return lock;
  };
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
};
const held = (page: Page) => page.evaluate(() => (window as any).screenLock.held as number);

test('chime sounds as it is switched on and when time is up', async ({ setStage }) => {
  const stage = await setStage({ init: listen });
  const page = await stage.open();
  await start(page);
  expect(await heard(page), 'no sound unless wanted').toEqual([]);
  await switchOn(page, 'signal-chime');
  await expect.poll(() => heard(page)).toEqual([587, 440]);
  await setVisible(page, false);
  await stage.pass(3 * MINUTE);
  await expect.poll(() => heard(page), 'in a hidden page, too').toEqual([587, 440, 587, 440]);
  await stage.pass(10 * MINUTE);
  expect(await heard(page)).toHaveLength(4);
});

test('title of the tab counts the minutes and is restored', async ({ stage }) => {
  const page = await stage.open();
  const own = await page.title();
  await start(page);
  await switchOn(page, 'signal-title');
  await expect(page).toHaveTitle(say('tab-left', { minutes: 3, title: say('item-open') }));
  await setVisible(page, false);
  await stage.pass(MINUTE);
  await expect(page).toHaveTitle(say('tab-left', { minutes: 2, title: say('item-open') }));
  await setVisible(page, true);
  await button(page, say('back-home')).click();
  await expect(page).toHaveTitle(own);
  await page.goBack();
  await expect(page).toHaveTitle(say('tab-left', { minutes: 2, title: say('item-open') }));
  await page.locator('coaching-session').evaluate((element) => element.remove());
  await expect(page).toHaveTitle(own);
});

test('element on a host page offers no title', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await group(page).click();
  await expect(signal(page, 'signal-title')).toBeVisible();
  await page.evaluate(() => {
    const element = document.createElement('coaching-session');
    element.setAttribute('loading', 'eager');
    document.querySelector('coaching-session')!.replaceWith(element);
  });
  await expect(digits(page)).toBeVisible();
  await group(page).click();
  await expect(signal(page, 'signal-chime')).toBeVisible();
  await expect(signal(page, 'signal-title')).toHaveCount(0);
});

test('screen stays on while the session is on it', async ({ setStage }) => {
  const stage = await setStage({ init: lockable });
  const page = await stage.open();
  await start(page);
  await switchOn(page, 'signal-awake');
  await expect.poll(() => held(page)).toBe(1);
  await setVisible(page, false);
  await expect.poll(() => held(page), 'the browser drops the lock of a hidden page').toBe(0);
  await setVisible(page, true);
  await expect.poll(() => held(page), 'it is taken again').toBe(1);
  await button(page, say('back-home')).click();
  await expect.poll(() => held(page)).toBe(0);
  await page.evaluate(() => ((window as any).screenLock.refuses = true));
  await page.goBack();
  await group(page).click();
  await expect(page.getByText(say('signal-awake-refused'))).toBeVisible();
});

test('browser that cannot keep the screen on says so', async ({ setStage }) => {
  const stage = await setStage({ init: () => delete (Navigator.prototype as any).wakeLock });
  const page = await stage.open();
  await start(page);
  await group(page).click();
  await expect(page.getByText(say('signal-cannot-awake'))).toBeVisible();
  await expect(signal(page, 'signal-awake')).toHaveCount(0);
});

test('clock without seconds touches nothing within a minute', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await switchOn(page, 'signal-no-seconds');
  await expect(digits(page)).toHaveText(say('minutes', { minutes: 3 }));
  await stage.pass(3 * SECOND);
  const changes = await page.locator('coaching-session').evaluateHandle((element) => {
    const seen: string[] = [];
    const observer = new MutationObserver((records) => seen.push(...records.map((record) => `${record.type} ${record.target.parentElement?.className ?? ''}`)));
    observer.observe(element.shadowRoot!.querySelector('.digits')!, { subtree: true, childList: true, characterData: true });
    return () => [...seen.splice(0)];
  });
  await stage.pass(50 * SECOND);
  expect(await changes.evaluate((take) => take())).toEqual([]);
  await stage.pass(10 * SECOND);
  await expect(digits(page)).toHaveText(say('minutes', { minutes: 2 }));
  expect(await changes.evaluate((take) => take())).toEqual(['characterData digits']);
  await stage.pass(57 * SECOND);
  await expect(digits(page)).toHaveText('1:00');
});

test('mode without numbers is remembered', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await switchOn(page, 'signal-no-numbers');
  await expect(page.getByRole('timer')).toHaveText(say('time-left'));
  await stage.reload(page);
  await expect(page.getByRole('timer')).toHaveText(say('time-left'));
  await stage.skip(3 * MINUTE);
  await expect(caption(page)).toHaveText(say('over-just'));
  await expect(digits(page)).toHaveCount(0);
});
