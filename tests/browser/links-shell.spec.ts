// Links in the address: address bar and history stay the host page's, and a link is opened by one widget
// and kept until the person has dealt with it.

import { readFile } from 'node:fs/promises';
import {
  ADDRESS, PROGRAM, SECOND,
  button, expect, field, heading, plan, say, widget,
  type Locator, type Page, type Place,
} from './fixtures';
import { CLIPBOARD, copied, invitationHeading, invite, lock, test } from './links';
import { keepSlot } from './screens';

/** A link that nothing can read: the page says so. */
const DAMAGED = 'cs=1.AbC-_09xyz';

const damagedHeading = (at: Place) => heading(at, say('link-damaged'));
const listHeading = (at: Place) => heading(at, say('home-heading'));
const behind = (page: Page) => page.url().slice(ADDRESS.length);
const stateOf = (page: Page) => page.evaluate(() => history.state);
const lengthOf = (page: Page) => page.evaluate(() => history.length);
const setHash = (page: Page, hash: string) => page.evaluate((hash) => void (location.hash = hash), hash);

/** The part of a link behind its address. */
const partOf = (link: string) => link.slice(link.indexOf('#') + 1);

/** Asserts that the address bar holds this text behind the address of the page. */
const expectBehind = (page: Page, left: string) => expect.poll(() => behind(page)).toBe(left);

/** Asserts that the entry of the history keeps a link beside the state of the host page. */
const expectKept = (page: Page, link: string, others = {}) => expect.poll(() => stateOf(page)).toMatchObject({ ...others, 'coaching-session': link });

/** Lets messages, timers and drawing that are still to come happen. */
async function settle(stage: { settle: () => Promise<void>; pass: (milliseconds: number) => Promise<void> }) {
  await stage.settle();
  await stage.pass(SECOND);
}

for (const [address, left] of [
  ['#<link>', ''],
  ['#/route&<link>', '#/route'],
  ['#/route?x=1&<link>', '#/route?x=1'],
  ['#/route?<link>', '#/route'],
  ['#/route?<link>&x=1', '#/route?x=1'],
  ['#a=1&amp;<link>&b=%20c', '#a=1&b=%20c'],
  ['#<link>&utm_source=mail', '#utm_source=mail'],
  ['#<link>?fbclid=Iw', ''],
  ['#/route#<link>', '#/route'],
  ['#/a/b?q=%23<link>&r=2', '#/a/b?q=&r=2'],
  ['?view=list&<link>#/route', '?view=list#/route'],
  ['?<link>&view=list', '?view=list'],
  ['?view=list#<link>', '?view=list'],
  ['?a=b%23<link>', '?a=b'],
] as const) {
  test(`address ${address} opens its link and keeps "${left}"`, async ({ stage, invitation }) => {
    const text = ADDRESS + address.replace('<link>', partOf(invitation));
    const page = await stage.open({ address: text });
    await expect(invitationHeading(page)).toBeVisible();
    await expectBehind(page, left);
    await expectKept(page, text);
    expect(await lengthOf(page), 'the empty page of the tab, and this one').toBe(2);
  });
}

for (const hash of ['#cs%3D1.abc', '#cs=damaged']) {
  test(`address ${hash} is cleared, and the page says why`, async ({ stage }) => {
    const page = await stage.open({ address: ADDRESS + hash });
    await expect(damagedHeading(page)).toBeVisible();
    await expectBehind(page, '');
    await expectKept(page, ADDRESS + hash);
    expect(await lengthOf(page)).toBe(2);
  });
}

for (const address of ['?cs=UTF-8&x=%2f', '?x=1#/docs=1.x', '#/route?accs=1.x', '']) {
  test(`address "${address}" of the host page is left alone`, async ({ stage }) => {
    const page = await stage.open({ address: ADDRESS + address });
    await expect(listHeading(page)).toBeVisible();
    await settle(stage);
    await expect(listHeading(page)).toBeVisible();
    expect(behind(page)).toBe(address);
    expect(await stateOf(page), 'no more than the place of the screen').toEqual({ 'coaching-screen': { place: '"home"', number: 0 } });
    expect(await lengthOf(page)).toBe(2);
  });
}

test('link that comes later opens, and makes no history entry', async ({ stage, invitation }) => {
  const page = await stage.open({ address: `${ADDRESS}#/start` });
  const seen = () => page.evaluate(() => (globalThis as any).seen);
  await page.evaluate(() => {
    const seen: string[] = ((globalThis as any).seen = []);
    addEventListener('hashchange', () => seen.push(location.hash));
  });
  const before = await lengthOf(page);
  await setHash(page, `#/start&${DAMAGED}`);
  await expect(damagedHeading(page)).toBeVisible();
  await expectBehind(page, '#/start');
  await expectKept(page, `${ADDRESS}#/start&${DAMAGED}`);
  expect(await lengthOf(page), 'one more: the one that the browser made').toBe(before + 1);
  expect(await seen(), 'the host page does not see our part').toEqual(['#/start']);

  // The same link again is news: a person who pastes it wants to see it.
  await button(page, say('file-leave')).click();
  await expect(listHeading(page)).toBeVisible();
  await setHash(page, `#/start&${DAMAGED}`);
  await expect(damagedHeading(page)).toBeVisible();

  // The entry before keeps a link that was not dealt with; going back to it opens nothing.
  await setHash(page, `#/start&${partOf(invitation)}`);
  await expect(invitationHeading(page)).toBeVisible();
  await button(page, say('file-leave')).click();
  await expect(listHeading(page)).toBeVisible();
  await page.evaluate(() => history.back());
  await expectKept(page, `${ADDRESS}#/start&${DAMAGED}`);
  await settle(stage);
  await expect(listHeading(page)).toBeVisible();
});

test('link opens after each reload until it is dealt with', async ({ setStage }) => {
  const stage = await setStage({ init: () => history.state ?? history.replaceState({ page: 3 }, '') });
  const text = `${ADDRESS}#${DAMAGED}`;
  const page = await stage.open({ address: text });
  await expect(damagedHeading(page)).toBeVisible();
  await expectKept(page, text, { page: 3 });
  for (let times = 0; times < 2; times += 1) {
    await stage.reload(page);
    await expect(damagedHeading(page)).toBeVisible();
    await expectKept(page, text, { page: 3 });
  }
  await button(page, say('file-leave')).click();
  await expect.poll(() => stateOf(page)).toEqual({ page: 3, 'coaching-screen': { place: '"home"', number: 0 } });
  await stage.reload(page);
  await expect(listHeading(page)).toBeVisible();
  await settle(stage);
  await expect(listHeading(page)).toBeVisible();
});

test("host page's own kind of state stays what it is", async ({ setStage }) => {
  const stage = await setStage({ init: () => history.replaceState(new Map([[1, 2]]), '') });
  const page = await stage.open({ address: `${ADDRESS}#${DAMAGED}` });
  await expect(damagedHeading(page)).toBeVisible();
  expect(await page.evaluate(() => [...history.state])).toEqual([[1, 2]]);
  expect(behind(page)).toBe('');
});

test('link opens where the host refuses changes of the history', async ({ setStage }) => {
  const refuse = () => {
    History.prototype.replaceState = () => {
      throw new DOMException('', 'SecurityError');
    };
  };
  const stage = await setStage({ init: refuse });
  const page = await stage.open({ address: `${ADDRESS}#${DAMAGED}` });
  await expect(damagedHeading(page)).toBeVisible();
});

test('address is clean before the program is there', async ({ setStage, invitation }) => {
  const stage = await setStage({ allowsLater: /./ });
  let go!: () => void;
  const held = new Promise<void>((resolve) => (go = resolve));
  await stage.context.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  const page = await stage.context.newPage();
  await page.goto(`${ADDRESS}#${DAMAGED}`, { waitUntil: 'commit' });
  await expectBehind(page, '');
  await expectKept(page, `${ADDRESS}#${DAMAGED}`);
  // A later link takes its place: the last one is meant.
  await setHash(page, `#${partOf(invitation)}`);
  await expectKept(page, invitation);
  await expect(widget(page)).toHaveCount(0);
  go();
  await expect(invitationHeading(page)).toBeVisible();
  await button(page, say('file-leave')).click();
  await settle(stage);
  await expect(listHeading(page)).toBeVisible();
});

/** Puts two more widgets on the page, each with records of its own. */
const addWidgets = () =>
  addEventListener('DOMContentLoaded', () => {
    for (const name of ['second', 'third']) {
      const other = document.createElement('coaching-session');
      other.setAttribute('loading', 'eager');
      other.setAttribute('instance', name);
      document.body.append(other);
    }
  });

/** Asserts that of all widgets the one in that place shows a heading, and no other does. */
async function expectOnlyIn(page: Page, place: number, find: (at: Place) => Locator) {
  await expect(find(page.locator('coaching-session').nth(place))).toBeVisible();
  await expect(find(page)).toHaveCount(1);
}

test('link opens in the first widget, later ones in the next', async ({ setStage, invitation }) => {
  const stage = await setStage({ init: addWidgets, allowsLater: /./ });
  const page = await stage.context.newPage();
  await page.goto(`${ADDRESS}#${DAMAGED}`);
  await expect(widget(page)).toHaveCount(3);
  await expectOnlyIn(page, 0, damagedHeading);
  await setHash(page, `#${partOf(invitation)}`);
  await expectOnlyIn(page, 0, invitationHeading);
  await page.evaluate(() => document.querySelector('coaching-session')!.remove());
  await expect(widget(page)).toHaveCount(2);
  await setHash(page, `#${DAMAGED}`);
  await expectOnlyIn(page, 0, damagedHeading);
});

test('link goes to the widget that holds its session or its pair', async ({ setStage }) => {
  const stage = await setStage({ ...CLIPBOARD, allowsLater: /./ });
  const maria = await stage.open();
  await invite(maria, stage);
  const link = await copied(maria);
  await maria.close();
  for (const [gone, place, words] of [
    [[], 2, say('link-known')],
    [['session'], 2, say('link-own')],
    [['session', 'pair'], 0, /invites you/],
  ] as const) {
    const page = await stage.context.newPage();
    // The last widget gets what the first one stored, less the kinds of records that are gone.
    await page.addInitScript((gone: readonly string[]) => {
      for (const [name, record] of Object.entries({ ...localStorage })) {
        localStorage.removeItem(name);
        const moved = name.replace('/default/', '/third/');
        if (!gone.some((kind) => name.includes(`/${kind}/`))) localStorage.setItem(moved, record);
      }
    }, gone);
    await page.addInitScript(addWidgets);
    await page.goto(link);
    await expect(widget(page)).toHaveCount(3);
    await expectOnlyIn(page, place, (at) => heading(at, words));
    await page.close();
  }
});

test('lasting link goes to the widget that knows the two', async ({ setStage }) => {
  const stage = await setStage({ allowsLater: /./ });
  const maria = await stage.open();
  await plan(maria);
  await keepSlot(maria);
  const [download] = await Promise.all([maria.waitForEvent('download'), button(maria, say('calendar-save')).click()]);
  const file = (await readFile(await download.path(), 'utf8')).replaceAll('\r\n ', '');
  const link = /https?:[^\s\\]+#cs=[^\s\\]+/.exec(file)![0];
  await maria.close();
  for (const [name, place, find] of [
    ['third', 2, (at: Place) => button(at, say('change-plan'))],
    ['nobody', 0, (at: Place) => heading(at, say('pair-link-heading'))],
  ] as const) {
    const page = await stage.context.newPage();
    await page.addInitScript((name) => {
      for (const [of, record] of Object.entries({ ...localStorage })) {
        localStorage.removeItem(of);
        localStorage.setItem(of.replace(/\/(default|third)\//, `/${name}/`), record);
      }
    }, name);
    await page.addInitScript(addWidgets);
    await page.goto(link);
    await expect(widget(page)).toHaveCount(3);
    await expectOnlyIn(page, place, find);
    await page.close();
  }
});

/** Writes down each heading that the widget draws. */
const noteHeadings = () => {
  const drawn: string[] = ((globalThis as any).drawn = []);
  const note = (root: ShadowRoot) => {
    const heading = root.getElementById('heading')?.textContent;
    if (heading && drawn.at(-1) !== heading) drawn.push(heading);
  };
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    new MutationObserver(() => note(root)).observe(root, { childList: true, subtree: true, characterData: true });
    return root;
  };
};

test('page opened by a link shows nothing from behind it before', async ({ setStage }) => {
  const stage = await setStage({ init: noteHeadings });
  const drawn = (page: Page) => page.evaluate(() => (globalThis as any).drawn);
  expect(await drawn(await stage.open())).toEqual([say('home-heading')]);
  const page = await stage.open({ address: `${ADDRESS}#${DAMAGED}` });
  await expect(damagedHeading(page)).toBeVisible();
  expect(await drawn(page)).toEqual([say('pasted-title')]);
});

test('moved widget keeps its open link, and a new one opens it', async ({ setStage }) => {
  const stage = await setStage(CLIPBOARD);
  const maria = await stage.open();
  await invite(maria, stage);
  await lock(maria, 'sesame');
  const link = await copied(maria);
  const page = await stage.open({ address: link });
  const password = field(page, say('password-label'));
  // A link that is opened anew empties the field, so the typed password shows that it was not.
  await password.fill('half typ');
  await page.evaluate(() => document.body.append(document.querySelector('coaching-session')!));
  await settle(stage);
  await expect(password).toHaveValue('half typ');
  await page.evaluate(() => document.querySelector('coaching-session')!.replaceWith(document.createElement('coaching-session')));
  await expect(heading(page, say('link-locked'))).toBeVisible();
  await expect(password).toHaveValue('');
  await password.fill('half typ');
  await setHash(page, `#${partOf(link)}`);
  await expect(password).toHaveValue('');
});

test('link is not opened again after the program ended', async ({ setStage }) => {
  const stage = await setStage({ allows: /RuntimeError|unreachable|panicked|failed to/, allowsLater: PROGRAM });
  const page = await stage.open({ address: `${ADDRESS}#${DAMAGED}` });
  await expect(damagedHeading(page)).toBeVisible();
  await page.evaluate(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = () => {
      throw new DOMException('Broken by the test.');
    };
    (globalThis as any).mend = () => (Node.prototype.insertBefore = insertBefore);
  });
  await button(page, say('file-leave')).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.evaluate(() => (globalThis as any).mend());
  await button(page, say('start-again')).click();
  for (const isReloaded of [false, true]) {
    if (isReloaded) await stage.reload(page);
    await expect(listHeading(page)).toBeVisible();
    await settle(stage);
    await expect(listHeading(page)).toBeVisible();
    expect(await stateOf(page)).toEqual({ 'coaching-screen': { place: '"home"', number: 0 } });
  }
});
