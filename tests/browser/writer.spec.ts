// The slot of each running program: a number that no other running program of the instance has, held by a Web
// Lock, and the same again after a reload.

import { ADDRESS, button, expect, field, plan, rowButton, say, test, widget, type Page } from './fixtures';

const LOCKS = 'coaching-session/default/writer/';
const LIST = 'slots-of-coaching-session/default/';

/** The held slots of an instance, of all windows, in order. */
const held = (page: Page, locks = LOCKS) =>
  page.evaluate(async (locks) => {
    const { held = [] } = await navigator.locks.query();
    const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(locks));
    return names.map((name) => Number(name.slice(locks.length))).sort((one, other) => one - other);
  }, locks);

/** The slots of one window's widgets, by position. */
const own = (page: Page): Promise<unknown> => page.evaluate((list) => JSON.parse(sessionStorage.getItem(list) ?? 'null'), LIST);
const setOwn = (page: Page, list: string) => page.evaluate(([name, list]) => sessionStorage.setItem(name, list), [LIST, list] as const);

/** Puts another widget on the page and waits until it is drawn. */
async function addWidget(page: Page, instance = 'default') {
  await page.evaluate((instance) => {
    const element = document.createElement('coaching-session');
    element.setAttribute('loading', 'eager');
    element.setAttribute('instance', instance);
    document.body.append(element);
  }, instance);
  await expect(widget(page.locator('coaching-session').last())).toBeVisible();
}

/** Holds the lock of a slot in a page, until another page waits for the lock. */
const holdUntilAwaited = (page: Page, slot: number) =>
  page.evaluate(
    (name) =>
      new Promise<void>((held) => {
        void navigator.locks.request(name, async () => {
          held();
          while (!(await navigator.locks.query()).pending?.length);
        });
      }),
    `${LOCKS}${slot}`,
  );

test('two windows take the slots 0 and 1', async ({ stage }) => {
  const first = await stage.open();
  expect(await held(first)).toEqual([0]);
  const second = await stage.open();
  expect(await held(first)).toEqual([0, 1]);
  expect([await own(first), await own(second)]).toEqual([[0], [1]]);
});

test('reloaded window has its slot again after others closed', async ({ stage }) => {
  const first = await stage.open();
  const second = await stage.open();
  await first.close();
  await expect.poll(() => held(second)).toEqual([1]);
  await stage.reload(second);
  expect(await held(second)).toEqual([1]);
  expect(await own(second)).toEqual([1]);
  await stage.open();
  expect(await held(second), 'a new window takes the free one').toEqual([0, 1]);
});

test('lock that is freed a moment late is waited for', async ({ stage }) => {
  const first = await stage.open();
  await holdUntilAwaited(first, 3);
  const late = await stage.open({ init: () => sessionStorage.setItem('slots-of-coaching-session/default/', '[3]') });
  expect(await own(late)).toEqual([3]);
});

test('window with a copied list of slots takes another slot', async ({ stage }) => {
  const first = await stage.open();
  const copy = await stage.open({ init: () => sessionStorage.setItem('slots-of-coaching-session/default/', '[0]') });
  expect(await held(first)).toEqual([0, 1]);
  expect(await own(copy)).toEqual([1]);
});

test('two widgets of an instance have their own slots again', async ({ stage }) => {
  const page = await stage.open();
  await addWidget(page);
  expect(await own(page)).toEqual([0, 1]);
  await setOwn(page, '[1,0]');
  await stage.reload(page);
  await addWidget(page);
  expect(await own(page)).toEqual([1, 0]);
  expect(await held(page)).toEqual([0, 1]);
});

test('each instance counts its slots for itself', async ({ stage }) => {
  const page = await stage.open();
  await addWidget(page, 'other');
  expect(await held(page)).toEqual([0]);
  expect(await held(page, 'coaching-session/other/writer/')).toEqual([0]);
});

test('removed widget frees its slot, and has it again', async ({ stage }) => {
  const page = await stage.open();
  await addWidget(page);
  await page.locator('coaching-session').first().evaluate((element) => element.remove());
  await expect.poll(() => held(page)).toEqual([1]);
  await addWidget(page);
  expect(await held(page)).toEqual([0, 1]);
  expect(await own(page)).toEqual([0, 1]);
});

test('moved widget keeps its slot', async ({ stage }) => {
  const page = await stage.open();
  await page.evaluate(() => document.body.append(document.querySelector('coaching-session')!));
  await stage.settle();
  expect(await held(page)).toEqual([0]);
  expect(await own(page)).toEqual([0]);
});

test('widget written anew by innerHTML takes the place of the old', async ({ stage }) => {
  // The policy of the page forbids innerHTML; a host page without such a policy may use it.
  await stage.context.route(ADDRESS, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    delete headers['content-security-policy'];
    await route.fulfill({ response, headers });
  });
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await field(page, say('seller-label')).fill('Grace');
  for (const round of [1, 2, 3]) {
    await page.evaluate(() => {
      document.querySelector('coaching-session')!.id = 'old';
      document.body.innerHTML = document.body.innerHTML.replace('id="old"', '');
    });
    await expect(page.locator('#old')).toHaveCount(0);
    await expect(widget(page)).toBeVisible();
    await expect(field(page, say('seller-label')), `round ${round}`).toHaveValue('Grace');
    expect(await own(page)).toEqual([0]);
    expect(await held(page)).toEqual([0]);
  }
});

const LISTS = ['no JSON', '{}', '"0"', '[-1]', '[1.5]', '["0"]', '[1e9]', '[null]'];

test('damaged list of slots is ignored', async ({ stage }) => {
  const page = await stage.open();
  for (const list of LISTS) {
    await setOwn(page, list);
    await stage.reload(page);
    expect(await held(page), list).toEqual([0]);
    expect(await own(page), list).toEqual([0]);
  }
});

// A blank page, which comes first, is no secure one.
const LACKS: Record<string, () => unknown> = {
  'no Web Locks': () => Reflect.deleteProperty(Navigator.prototype, 'locks'),
  'Web Locks that are denied': () => {
    if (isSecureContext) LockManager.prototype.request = () => Promise.reject(new DOMException('Denied by the test.', 'SecurityError'));
  },
  'Web Locks that throw': () => {
    const deny = () => {
      throw new DOMException('Denied by the test.', 'SecurityError');
    };
    if (isSecureContext) LockManager.prototype.request = deny;
  },
  'Web Locks that never answer': () => {
    if (isSecureContext) LockManager.prototype.request = () => new Promise(() => {});
  },
  'a list of Web Locks that never comes': () => {
    if (isSecureContext) LockManager.prototype.query = () => new Promise(() => {});
  },
  'no limit of time for a wait': () => Reflect.deleteProperty(AbortSignal, 'timeout'),
  'no storage of a tab': () => {
    Object.defineProperty(globalThis, 'sessionStorage', {
      get: () => {
        throw new DOMException('Denied by the test.', 'SecurityError');
      },
    });
  },
};

for (const [lack, init] of Object.entries(LACKS)) {
  test(`widget works with ${lack}`, async ({ setStage }) => {
    const stage = await setStage({ init });
    const page = await stage.open();
    await plan(page);
    await stage.reload(page);
    await button(page, say('back-home')).click();
    await expect(rowButton(page)).toBeVisible();
  });
}
