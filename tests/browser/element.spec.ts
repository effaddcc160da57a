// The element as an owner of a page uses it: attributes and properties, and when it starts.

import {
  PREFIX,
  button, dataOf, expect, field, fillForm, plan, say, starter, storedIn, test, widget,
  type Page,
} from './fixtures';
import { openHost } from './host';

const element = (page: Page) => page.locator('coaching-session');
const property = (page: Page, name: string) =>
  element(page).first().evaluate((element, name) => (element as unknown as Record<string, unknown>)[name], name);
const set = (page: Page, values: Record<string, unknown>) =>
  element(page).first().evaluate((element, values) => Object.assign(element, values) && undefined, values);
/** Waits until the program has handled what the page changed. */
const shown = (page: Page, name: string) => expect(button(page, name)).toBeVisible();

const HOST = { allowsLater: /./ };

test('properties mirror attributes; unknown values count as first', async ({ setStage }) => {
  const page = await openHost(await setStage(HOST), '<coaching-session loading="eager"></coaching-session>');
  await expect(widget(page)).toBeVisible();
  const names = { theme: 'auto', party: 'asked', type: '', minutes: null, shareUrl: '', instance: '', storage: 'local', hotkeys: 'on', events: 'off', debug: false };
  for (const [name, value] of Object.entries(names)) expect(await property(page, name), name).toBe(value);
  const known = { theme: 'dark', party: 'seller', type: 'call', minutes: 60, shareUrl: 'https://a.test/', hotkeys: 'off', events: 'on', debug: true };
  await set(page, known);
  for (const [name, value] of Object.entries(known)) expect(await property(page, name), name).toBe(value);
  expect(await element(page).getAttribute('share-url')).toBe('https://a.test/');
  const hostile = '"><script>alert(1)</script>';
  await set(page, { debug: false, theme: hostile, party: 'SELLER', type: 'lunch', minutes: 19, storage: ['none', 'none'], hotkeys: '', events: 'true' });
  // A company may have a type of any name.
  const counted = { theme: 'auto', party: 'asked', type: 'lunch', minutes: null, storage: 'local', hotkeys: 'on', events: 'off', debug: false };
  for (const [name, value] of Object.entries(counted)) expect(await property(page, name), name).toBe(value);
  await set(page, { theme: null, party: undefined });
  expect(await element(page).evaluate((element) => element.hasAttribute('theme') || element.hasAttribute('party'))).toBe(false);
  await shown(page, say('plan-one'));
});

test('unknown values are named on the console under debug alone', async ({ setStage }) => {
  const stage = await setStage({ ...HOST, allows: /unknown value/ });
  const page = await openHost(stage, '<coaching-session loading="eager" theme="blue"></coaching-session>');
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await expect(widget(page)).toBeVisible();
  await set(page, { minutes: 5 });
  expect(said).toEqual([]);
  await set(page, { debug: true });
  await expect.poll(() => said).toEqual([
    '<coaching-session>: unknown value theme="blue" counts as "auto".',
    '<coaching-session>: unknown value minutes="5" counts as absent.',
  ]);
  await set(page, { party: 'manager', theme: 'dark', storage: 'cloud' });
  await expect.poll(() => said.slice(2)).toEqual(['<coaching-session>: unknown value storage="cloud" counts as "local".']);
});

test('property set before the element is defined counts', async ({ setStage }) => {
  const early = `Object.assign(document.querySelector('coaching-session'), { party: 'seller', loading: 'eager', minutes: 30 })`;
  const page = await openHost(await setStage(HOST), '<coaching-session></coaching-session>', early);
  await shown(page, say('ask-one'));
  await expect(button(page, say('plan-one'))).toHaveCount(0);
  expect(await element(page).getAttribute('minutes')).toBe('30');
  await set(page, { party: 'manager' });
  await shown(page, say('plan-one'));
  expect(await element(page).getAttribute('party')).toBe('manager');
});

test('type and minutes of the page begin the form, and may change', async ({ setStage }) => {
  const page = await openHost(await setStage(HOST), '<coaching-session loading="eager" type="territory" minutes="30"></coaching-session>');
  await plan(page);
  const planned = (records: Record<string, string>) => Object.values(records).filter((record) => record.includes('"territory"')).length;
  expect(planned(await storedIn(page))).toBe(1);
  expect(JSON.stringify(dataOf(await storedIn(page), 'session/'))).toContain('"minutes":30');
  await set(page, { minutes: 75 });
  await button(page, say('back-home')).click();
  await fillForm(page, { seller: 'Ada Byron', date: '2026-05-06', time: '11:00' });
  await button(page, say('defaults-change')).click();
  await expect(field(page, say('minutes-label'))).toHaveValue('75');
});

test('lazy element starts once it is near the visible part', async ({ setStage }) => {
  const stage = await setStage(HOST);
  const page = await openHost(stage, '<div style="height: 9000px">Above</div><coaching-session>Loading</coaching-session>');
  await page.waitForLoadState('networkidle');
  expect(stage.later.filter((path) => path.endsWith('.wasm'))).toEqual([]);
  const isShown = () => element(page).evaluate((element) => element.shadowRoot!.querySelector('slot') !== null);
  expect(await isShown(), 'the content of the page').toBe(true);
  await expect(widget(page)).toHaveCount(0);
  await page.evaluate(() => scrollTo(0, 8500));
  await expect(widget(page)).toBeVisible();
  expect(await isShown()).toBe(false);
});

test('lazy element starts by loading="eager" and by a link', async ({ setStage }) => {
  const stage = await setStage(HOST);
  const far = '<div style="height: 9000px"></div><coaching-session></coaching-session>';
  const page = await openHost(stage, far);
  await page.waitForLoadState('networkidle');
  await expect(widget(page)).toHaveCount(0);
  await set(page, { loading: 'eager' });
  await expect(widget(page)).toBeVisible();
  const second = await openHost(stage, far);
  await second.waitForLoadState('networkidle');
  await expect(widget(second)).toHaveCount(0);
  await second.evaluate(() => void (location.hash = 'cs=1.AbC-_09xyz'));
  await expect(second.getByRole('heading', { name: say('link-damaged') })).toBeVisible();
});

test('element that is removed while it waits starts nothing', async ({ setStage }) => {
  const stage = await setStage(HOST);
  const page = await openHost(stage, '<div id="far" style="height: 9000px"></div><coaching-session></coaching-session>');
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    const element = document.querySelector('coaching-session')!;
    element.remove();
    document.querySelector('#far')!.remove();
    element.setAttribute('loading', 'eager');
  });
  await stage.settle();
  expect(stage.later.filter((path) => path.endsWith('.wasm'))).toEqual([]);
});

/** Everything of the product in both storages of the browser. */
const kept = (page: Page) =>
  page.evaluate(() => [localStorage, sessionStorage].map((storage) => Object.keys(storage).filter((name) => name.includes('coaching'))));

test('page that stores nothing leaves no trace, and says so', async ({ setStage }) => {
  const page = await openHost(await setStage(HOST), '<coaching-session loading="eager" storage="none"></coaching-session>');
  await expect(page.getByText(say('storage-unwanted'))).toBeVisible();
  await plan(page);
  await expect(starter(page)).toBeVisible();
  expect(await kept(page)).toEqual([[], []]);
});

test('page that stores in the tab keeps data over a reload', async ({ setStage }) => {
  const stage = await setStage(HOST);
  const page = await openHost(stage, '<coaching-session loading="eager" storage="session"></coaching-session>');
  await expect(page.getByText(say('storage-of-tab'))).toBeVisible();
  await plan(page);
  await page.reload();
  await expect(starter(page)).toBeVisible();
  const [local, session] = await kept(page);
  expect(local).toEqual([]);
  expect(session!.some((name) => name.startsWith(`${PREFIX}session/`))).toBe(true);
  // The widget that follows the attribute finds another storage, which is empty.
  await set(page, { storage: 'local' });
  await expect(button(page, say('sample-open'))).toBeVisible();
  await set(page, { storage: 'session' });
  await expect(starter(page)).toBeVisible();
});

test('changed instance shows the data of that instance', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await set(page, { instance: 'other' });
  await expect(button(page, say('sample-open'))).toBeVisible();
  await set(page, { instance: 'not a name!' });
  await expect(starter(page)).toBeVisible();
});

test('keys of one letter are the page\'s where it wants them', async ({ setStage }) => {
  const page = await openHost(await setStage(HOST), '<coaching-session loading="eager" hotkeys="off"></coaching-session>');
  await plan(page);
  await starter(page).click();
  const writes = button(page, say('write-next-step'));
  await expect(writes).not.toHaveAttribute('aria-keyshortcuts');
  await writes.focus();
  await page.keyboard.press('s');
  await expect(page.locator('.writing-line')).toHaveCount(0);
  await set(page, { hotkeys: 'on' });
  await expect(writes).toHaveAttribute('aria-keyshortcuts', 's');
  await page.keyboard.press('s');
  await expect(page.locator('.writing-line')).toHaveCount(1);
});
